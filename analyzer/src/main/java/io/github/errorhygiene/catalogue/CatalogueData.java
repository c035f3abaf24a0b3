package io.github.errorhygiene.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The catalogue while it is being read; not changed afterwards. */
final class CatalogueData {
  static final Set<String> SECTIONS = Set.of("exceptions", "methods", "names", "request-ids");

  final Map<String, String> superclasses = new TreeMap<>();
  final Map<String, ExceptionRow> exceptions = new TreeMap<>();
  final Map<String, Map<String, List<MethodRow>>> methods = new TreeMap<>();
  final List<NameRow> names = new ArrayList<>();
  final List<String> requestIdHeaders = new ArrayList<>();
  final List<String> requestIdKeys = new ArrayList<>();

  CatalogueData() {}

  CatalogueData(CatalogueData other) {
    superclasses.putAll(other.superclasses);
    exceptions.putAll(other.exceptions);
    methods.putAll(other.methods);
    names.addAll(other.names);
    requestIdHeaders.addAll(other.requestIdHeaders);
    requestIdKeys.addAll(other.requestIdKeys);
  }

  /**
   * Reads files; their rows win over those that are there.
   *
   * @param provenance of all rows; null if each row names its own
   */
  void read(List<YamlRow> files, @Nullable Provenance provenance) throws CatalogueException {
    ExceptionReader exceptionReader = new ExceptionReader(superclasses, exceptions);
    for (YamlRow file : files) {
      exceptionReader.readSuperclasses(section(file, "exceptions"));
    }
    Map<String, Map<String, List<MethodRow>>> newMethods = new TreeMap<>();
    List<NameRow> newNames = new ArrayList<>();
    for (YamlRow file : files) {
      exceptionReader.readRows(section(file, "exceptions"), provenance);
      new MethodReader(provenance).read(section(file, "methods"), newMethods);
      readNames(file, newNames);
      readRequestIds(section(file, "request-ids"));
    }
    names.addAll(0, newNames);
    newMethods.forEach(this::addMethods);
  }

  /** A named method's new rows take the place of its old ones. */
  private void addMethods(String owner, Map<String, List<MethodRow>> byName) {
    Map<String, List<MethodRow>> merged = new TreeMap<>(methods.getOrDefault(owner, Map.of()));
    merged.putAll(byName);
    methods.put(owner, merged);
  }

  private static YamlRow section(YamlRow file, String key) throws CatalogueException {
    YamlRow section = file.row(key);
    return section == null ? YamlRow.EMPTY : section;
  }

  private static void readNames(YamlRow file, List<NameRow> into) throws CatalogueException {
    for (YamlRow row : file.rows("names")) {
      NameRow.At at = row.constant("at", NameRow.At.class);
      List<String> words = List.of(row.required("words").split(" "));
      into.add(
          new NameRow(
              words,
              at == null ? NameRow.At.END : at,
              ExceptionReader.modes(row),
              row.numbers("accepted")));
    }
  }

  private void readRequestIds(YamlRow ids) throws CatalogueException {
    ids.allow(Set.of("headers", "keys"));
    List<String> headers = ids.texts("headers");
    List<String> keys = ids.texts("keys");
    requestIdHeaders.addAll(headers == null ? List.of() : headers);
    requestIdKeys.addAll(keys == null ? List.of() : keys);
  }
}
