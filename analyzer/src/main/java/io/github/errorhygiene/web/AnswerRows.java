package io.github.errorhygiene.web;

import io.github.errorhygiene.web.AnswerRow.Resets;
import io.github.errorhygiene.web.AnswerRow.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows that say what a framework's methods do to answers: {@code answers.yaml} beside an
 * adapter.
 */
public final class AnswerRows {
  private AnswerRows() {}

  /**
   * The model of a bundled file.
   *
   * @param beside the class whose package holds the file
   * @throws IllegalStateException if the bundled file is broken: a bug of this project, found by
   *     its tests
   */
  public static AnswerModel load(Class<?> beside, String resource) {
    Map<String, List<AnswerRow>> rows = new LinkedHashMap<>();
    for (Map<?, ?> row : YamlRows.read(beside, resource)) {
      for (CallPattern call : CallPattern.of(row)) {
        rows.computeIfAbsent(call.owner(), owner -> new ArrayList<>()).add(row(call, row));
      }
    }
    return new AnswerModel(rows);
  }

  private static AnswerRow row(CallPattern call, Map<?, ?> row) {
    return new AnswerRow(
        call,
        YamlRows.text(row, "receiver", ""),
        Target.valueOf(YamlRows.text(row, "target", "new").toUpperCase(Locale.ROOT)),
        YamlRows.number(row, "status", 0),
        "last".equals(row.get("status-argument"))
            ? -2
            : YamlRows.number(row, "status-argument", -1),
        YamlRows.number(row, "answer-argument", -1),
        YamlRows.number(row, "body-argument", -1),
        YamlRows.number(row, "header-argument", -1),
        YamlRows.text(row, "header", ""),
        YamlRows.number(row, "content-type-argument", -1),
        YamlRows.text(row, "content-type", ""),
        "pairs".equals(row.get("key-argument"))
            ? AnswerRow.PAIRS
            : YamlRows.number(row, "key-argument", -1),
        YamlRows.number(row, "member-argument", -1),
        YamlRows.text(row, "member", ""),
        Boolean.TRUE.equals(row.get("writes-body")),
        takes(row.get("takes")),
        Boolean.TRUE.equals(row.get("more-keys")),
        Boolean.TRUE.equals(row.get("error-page")),
        Boolean.TRUE.equals(row.get("passes-on")),
        "receiver".equals(row.get("writer"))
            ? AnswerRow.OF_RECEIVER
            : YamlRows.number(row, "writer", -1),
        Boolean.TRUE.equals(row.get("gives-writer")),
        Resets.valueOf(YamlRows.text(row, "resets", "nothing").toUpperCase(Locale.ROOT)),
        Boolean.TRUE.equals(row.get("commits")),
        Boolean.TRUE.equals(row.get("closes")),
        YamlRows.number(row, "length-argument", -1),
        YamlRows.text(row, "raises", ""),
        Boolean.TRUE.equals(row.get("ends")),
        YamlRows.number(row, "raised-argument", -1),
        Boolean.TRUE.equals(row.get("resolves")),
        Boolean.TRUE.equals(row.get("by-field")),
        AnswerMembers.of(row),
        YamlRows.text(row, "makes", ""));
  }

  private static List<Integer> takes(@Nullable Object given) {
    if (given == null) {
      return List.of();
    }
    return given instanceof Integer index ? List.of(index) : AnswerRow.ALL;
  }
}
