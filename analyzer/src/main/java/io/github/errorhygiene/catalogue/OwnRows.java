package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.yaml.Faults;
import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.List;
import java.util.Set;

/** What the user knows of libraries, in the form of the bundled files. */
public final class OwnRows {
  /** No rows. */
  public static final OwnRows NONE = new OwnRows(YamlRow.EMPTY);

  /** The keys of a document under which rows stand. */
  public static final Set<String> SECTIONS =
      Set.of("boundaries", "exceptions", "methods", "names", "proxies", "request-ids");

  private final YamlRow root;

  private OwnRows(YamlRow root) {
    this.root = root;
  }

  /**
   * The rows of a document; {@code source} may be left out.
   *
   * @param root other keys of it do not matter
   * @param faults told all that cannot be read; if it is told anything, the rows must not be used
   */
  public static OwnRows read(YamlRow root, Faults faults) {
    OwnRows rows = new OwnRows(root);
    rows.section("exceptions", faults, OwnRows::checkException);
    MethodReader methods = new MethodReader(Provenance.USER);
    rows.section("methods", faults, lists(methods::read));
    rows.section(
        "proxies",
        faults,
        lists((annotation, row) -> ProxyReader.read(annotation, row, Provenance.USER)));
    for (YamlRow row : all(root, "names", faults)) {
      check(faults, row, Names::readRow);
    }
    for (YamlRow row : all(root, "boundaries", faults)) {
      check(faults, row, OwnBoundary::readRow);
    }
    check(faults, root, Names::readRequestIds);
    return rows;
  }

  YamlRow root() {
    return root;
  }

  /** Reads what stands under one key of a section. */
  @FunctionalInterface
  private interface EntryReader {
    void read(YamlRow section, String key, Faults faults);
  }

  /** Reads one row of those that belong to a name. */
  @FunctionalInterface
  private interface RowReader<T> {
    T read(String name, YamlRow row) throws YamlException;
  }

  private void section(String name, Faults faults, EntryReader reader) {
    YamlRow section = faults.read(root, row -> row.section(name));
    if (section != null) {
      check(faults, section, OwnRows::once);
      section.keys().forEach(key -> reader.read(section, key, faults));
    }
  }

  private static boolean once(YamlRow section) throws YamlException {
    section.once();
    return true;
  }

  private static void checkException(YamlRow section, String name, Faults faults) {
    YamlRow row = faults.read(section, each -> each.section(name));
    if (row != null) {
      check(faults, row, each -> Exceptions.isRead(name, each));
    }
  }

  private static <T> EntryReader lists(RowReader<T> reader) {
    return (section, key, faults) ->
        all(section, key, faults)
            .forEach(row -> check(faults, row, each -> reader.read(key, each)));
  }

  private static List<YamlRow> all(YamlRow section, String key, Faults faults) {
    List<YamlRow> rows = faults.read(section, each -> each.rows(key));
    return rows == null ? List.of() : rows;
  }

  /** Reads for the sake of the faults. */
  private static <T> void check(Faults faults, YamlRow row, Faults.Reader<T> reader) {
    T ignored = faults.read(row, reader);
  }
}
