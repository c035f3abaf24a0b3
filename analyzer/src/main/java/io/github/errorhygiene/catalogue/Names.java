package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code names}: what the words of exceptions' names say, and {@code request-ids}. */
final class Names {
  private static final Set<String> KEYS = ModeKeys.with("words", "at", "accepted");

  private Names() {}

  /** Rows in their order: the first that matches counts. */
  static List<NameRow> read(YamlRow file) throws YamlException {
    List<NameRow> names = new ArrayList<>();
    for (YamlRow row : file.rows("names")) {
      names.add(readRow(row));
    }
    return names;
  }

  static NameRow readRow(YamlRow row) throws YamlException {
    row.allow(KEYS);
    NameRow.At at = row.constant("at", NameRow.At.class);
    return new NameRow(
        List.of(row.required("words").split(" ")),
        at == null ? NameRow.At.END : at,
        ModeKeys.read(row),
        ModeKeys.accepted(row));
  }

  static RequestIds readRequestIds(YamlRow file) throws YamlException {
    YamlRow ids = file.section("request-ids");
    ids.allow(Set.of("headers", "keys", "replace"));
    return new RequestIds(
        ids.anyTexts("headers"), ids.anyTexts("keys"), ids.flag("replace", false));
  }
}
