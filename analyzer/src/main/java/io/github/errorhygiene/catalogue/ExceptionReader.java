package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows {@code name: {super: …, mode: …, request: …, accepted: […], wrapper: true, status:
 * carried, inherit: false, source: …}}. A row without a mode only says what the superclass is.
 */
final class ExceptionReader {
  private static final Set<String> KEYS = keys();

  private final Map<String, String> superclasses;
  private final Map<String, ExceptionRow> rows;

  /** Fills the given maps: superclass by name, row by name; what is there already is replaced. */
  ExceptionReader(Map<String, String> superclasses, Map<String, ExceptionRow> rows) {
    this.superclasses = superclasses;
    this.rows = rows;
  }

  private static Set<String> keys() {
    Set<String> keys =
        new HashSet<>(
            List.of("super", "mode", "accepted", "wrapper", "status", "inherit", "source"));
    for (Cause cause : Cause.values()) {
      keys.add(key(cause));
    }
    return Set.copyOf(keys);
  }

  private static String key(Cause cause) {
    return cause.name().toLowerCase(Locale.ROOT);
  }

  /** All superclasses must be known before rows are read: they tell what is checked. */
  void readSuperclasses(YamlRow exceptions) throws CatalogueException {
    for (String name : exceptions.keys()) {
      String superclass = Objects.requireNonNull(exceptions.row(name)).text("super");
      if (superclass != null) {
        superclasses.put(name, superclass);
      }
    }
  }

  void readRows(YamlRow exceptions, @Nullable Provenance provenance) throws CatalogueException {
    for (String name : exceptions.keys()) {
      YamlRow row = Objects.requireNonNull(exceptions.row(name));
      row.allow(KEYS);
      Provenance from = provenance != null ? provenance : required(row);
      if (row.text("mode") != null) {
        rows.put(name, read(name, row, from));
      }
    }
  }

  private static Provenance required(YamlRow row) throws CatalogueException {
    return row.constant("source", row.required("source"), Provenance.class);
  }

  private ExceptionRow read(String name, YamlRow row, Provenance provenance)
      throws CatalogueException {
    return new ExceptionRow(
        name,
        checked(name),
        modes(row),
        row.numbers("accepted"),
        row.flag("wrapper", false),
        "carried".equals(row.text("status")),
        row.flag("inherit", true),
        provenance);
  }

  /** The modes of a row that has {@code mode} and perhaps keys named after causes. */
  static Modes modes(YamlRow row) throws CatalogueException {
    Map<Cause, FailureMode> byCause = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      FailureMode mode = row.constant(key(cause), FailureMode.class);
      if (mode != null) {
        byCause.put(cause, mode);
      }
    }
    return new Modes(row.constant("mode", row.required("mode"), FailureMode.class), byCause);
  }

  private boolean checked(String name) {
    for (String type : Hierarchy.supertypes(superclasses, name)) {
      if (type.equals("java.lang.RuntimeException") || type.equals("java.lang.Error")) {
        return false;
      }
    }
    return true;
  }
}
