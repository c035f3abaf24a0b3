package io.github.errorhygiene.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code names}: what the words of exceptions' names say, and {@code request-ids}. */
final class Names {
  private static final Set<String> KEYS = ModeKeys.with("words", "at", "accepted");

  private Names() {}

  /** Rows in their order: the first that matches counts. */
  static List<NameRow> read(YamlRow file) throws CatalogueException {
    List<NameRow> names = new ArrayList<>();
    for (YamlRow row : file.rows("names")) {
      row.allow(KEYS);
      NameRow.At at = row.constant("at", NameRow.At.class);
      List<String> words = List.of(row.required("words").split(" "));
      names.add(
          new NameRow(
              words,
              at == null ? NameRow.At.END : at,
              ModeKeys.read(row),
              row.numbers("accepted")));
    }
    return names;
  }

  static RequestIds readRequestIds(YamlRow file) throws CatalogueException {
    YamlRow ids = file.section("request-ids");
    ids.allow(Set.of("headers", "keys"));
    List<String> headers = ids.texts("headers");
    List<String> keys = ids.texts("keys");
    return new RequestIds(headers == null ? List.of() : headers, keys == null ? List.of() : keys);
  }
}
