package io.github.errorhygiene.web;

import io.github.errorhygiene.program.AnnotationSymbol;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which annotations document the statuses of an endpoint: {@code documentation.yaml}. */
final class DocumentationRows {
  private static final String ANY = "default";

  private static final Map<String, Row> ALL = read();

  /**
   * What is known of an annotation.
   *
   * @param status member that is the status; empty if none is
   * @param holds members that hold other annotations
   */
  private record Row(String status, List<String> holds) {}

  private DocumentationRows() {}

  private static Map<String, Row> read() {
    Map<String, Row> rows = new TreeMap<>();
    for (Map<?, ?> row : YamlRows.read(DocumentationRows.class, "documentation.yaml")) {
      rows.put(
          YamlRows.text(row, "annotation", ""),
          new Row(YamlRows.text(row, "status", ""), YamlRows.strings(row.get("holds"))));
    }
    return rows;
  }

  /** Whether it documents anything, or holds annotations that do. */
  static boolean knows(AnnotationSymbol annotation) {
    return ALL.containsKey(annotation.type());
  }

  /** The statuses that it documents, as OpenAPI 3 writes them. */
  static List<String> statuses(AnnotationSymbol annotation) {
    Row row = ALL.get(annotation.type());
    if (row == null) {
      return List.of();
    }
    return row.status().isEmpty()
        ? row.holds().stream()
            .flatMap(member -> annotation.list(member).stream())
            .filter(AnnotationSymbol.class::isInstance)
            .flatMap(inner -> statuses((AnnotationSymbol) inner).stream())
            .toList()
        : List.of(status(annotation.value(row.status())));
  }

  private static String status(@Nullable Object written) {
    String text = written == null ? "" : written.toString().strip();
    return text.isEmpty() || text.equals(ANY) ? ANY : text.toUpperCase(Locale.ROOT);
  }
}
