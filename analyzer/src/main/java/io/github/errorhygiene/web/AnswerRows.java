package io.github.errorhygiene.web;

import io.github.errorhygiene.web.AnswerRow.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

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
    for (Map<?, ?> row : read(beside, resource)) {
      AnswerRow parsed = row(row);
      rows.computeIfAbsent(parsed.owner(), owner -> new ArrayList<>()).add(parsed);
    }
    return new AnswerModel(rows);
  }

  private static List<Map<?, ?>> read(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing " + resource);
      }
      Object root =
          new Load(LoadSettings.builder().setLabel(resource).build()).loadFromInputStream(in);
      List<Map<?, ?>> rows = new ArrayList<>();
      for (Object entry : (List<?>) root) {
        rows.add((Map<?, ?>) entry);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AnswerRow row(Map<?, ?> row) {
    return new AnswerRow(
        text(row, "owner", ""),
        strings(row.get("names")),
        number(row, "arity", -1),
        row.containsKey("parameters") ? strings(row.get("parameters")) : null,
        Target.valueOf(text(row, "target", "new").toUpperCase(Locale.ROOT)),
        number(row, "status", 0),
        "last".equals(row.get("status-argument")) ? -2 : number(row, "status-argument", -1),
        number(row, "body-argument", -1),
        number(row, "header-argument", -1),
        text(row, "header", ""),
        number(row, "content-type-argument", -1),
        "pairs".equals(row.get("key-argument")) ? AnswerRow.PAIRS : number(row, "key-argument", -1),
        Boolean.TRUE.equals(row.get("writes-body")),
        Boolean.TRUE.equals(row.get("more-keys")),
        Boolean.TRUE.equals(row.get("error-page")),
        Boolean.TRUE.equals(row.get("passes-on")));
  }

  private static String text(Map<?, ?> row, String key, String otherwise) {
    Object value = row.get(key);
    return value == null ? otherwise : value.toString();
  }

  private static int number(Map<?, ?> row, String key, int otherwise) {
    return row.get(key) instanceof Integer number ? number : otherwise;
  }

  private static List<String> strings(@Nullable Object value) {
    List<String> strings = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> strings.add(String.valueOf(item)));
    } else if (value != null) {
      strings.add(value.toString());
    }
    return strings;
  }
}
