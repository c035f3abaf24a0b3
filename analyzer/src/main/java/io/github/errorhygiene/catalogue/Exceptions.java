package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows {@code name: {super: …, mode: …, request: …, accepted: […], wrapper: true, status: carried,
 * inherit: false, statement: true, kinds: […], source: …}}. A row without a mode only says what the
 * superclass is.
 */
final class Exceptions {
  private static final Set<String> KEYS =
      ModeKeys.with(
          "super", "accepted", "wrapper", "status", "inherit", "statement", "kinds", "source");

  /** A row with these keys alone says what the superclass is. */
  private static final Set<String> OF_TYPE = Set.of("super", "source");

  private final Map<String, Chunk> chunks;
  private final Map<String, ExceptionRow> rows = new ConcurrentHashMap<>();

  Exceptions(Map<String, Chunk> chunks) {
    this.chunks = chunks;
  }

  /** With further entries, which win. */
  Exceptions with(YamlRow entries, Provenance provenance) throws YamlException {
    Map<String, Chunk> merged = new TreeMap<>(chunks);
    for (String name : entries.keys()) {
      merged.put(name, new Chunk(entries, provenance));
    }
    Exceptions all = new Exceptions(merged);
    for (String name : entries.keys()) {
      @Nullable ExceptionRow ignored = all.read(name);
    }
    return all;
  }

  Set<String> names() {
    return chunks.keySet();
  }

  /** The row; null if there is none or it has no mode. */
  @Nullable ExceptionRow row(String name) {
    ExceptionRow known = rows.get(name);
    if (known != null || !chunks.containsKey(name)) {
      return known;
    }
    try {
      ExceptionRow row = read(name);
      if (row != null) {
        rows.put(name, row);
      }
      return row;
    } catch (YamlException e) {
      throw BundledFiles.broken(e);
    }
  }

  /** The type and its superclasses as far as they are known, nearest first; ends at a cycle. */
  List<String> supertypes(String name) {
    Set<String> chain = new LinkedHashSet<>();
    String type = name;
    while (type != null && chain.add(type)) {
      type = superclass(type);
    }
    return List.copyOf(chain);
  }

  private @Nullable String superclass(String name) {
    Chunk chunk = chunks.get(name);
    try {
      return chunk == null ? null : entry(chunk, name).text("super");
    } catch (YamlException e) {
      throw BundledFiles.broken(e);
    }
  }

  private static YamlRow entry(Chunk chunk, String name) throws YamlException {
    return Objects.requireNonNull(chunk.mapping().row(name));
  }

  private @Nullable ExceptionRow read(String name) throws YamlException {
    Chunk chunk = Objects.requireNonNull(chunks.get(name));
    return read(name, entry(chunk, name), chunk.provenance(), checked(name));
  }

  /** Whether a row of the user can be read: true, or a complaint. */
  static boolean isRead(String name, YamlRow row) throws YamlException {
    @Nullable ExceptionRow ignored = read(name, row, Provenance.USER, false);
    return true;
  }

  private static @Nullable ExceptionRow read(
      String name, YamlRow row, @Nullable Provenance known, boolean checked) throws YamlException {
    row.allow(KEYS);
    Provenance provenance = Provenance.of(row, known);
    String status = row.text("status");
    if (status != null && !status.equals("carried")) {
      throw row.problem("status", "'status' can only be 'carried', not '" + status + "'");
    }
    if (row.text("super") != null && OF_TYPE.containsAll(row.keys())) {
      return null;
    }
    return new ExceptionRow(
        name,
        checked,
        ModeKeys.read(row),
        ModeKeys.accepted(row),
        row.flag("wrapper", false),
        status != null,
        row.flag("inherit", true),
        row.flag("statement", false),
        row.anyTexts("kinds"),
        provenance);
  }

  private boolean checked(String name) {
    List<String> supertypes = supertypes(name);
    return !supertypes.contains("java.lang.RuntimeException")
        && !supertypes.contains("java.lang.Error");
  }
}
