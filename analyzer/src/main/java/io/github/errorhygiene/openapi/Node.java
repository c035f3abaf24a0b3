package io.github.errorhygiene.openapi;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document. Whatever is missing or of another kind than expected is empty.
 *
 * @param file where it stands: references are relative to it
 */
record Node(Path file, @Nullable Object value) {
  Node child(String name) {
    Object child = value instanceof Map<?, ?> map ? map.get(name) : null;
    return new Node(file, child);
  }

  /** The members of a mapping, in order. */
  Map<String, Node> children() {
    Map<String, Node> children = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, child) -> children.put(String.valueOf(name), new Node(file, child)));
    }
    return children;
  }

  List<Node> items() {
    return value instanceof List<?> list
        ? list.stream().map(item -> new Node(file, item)).toList()
        : List.of();
  }

  boolean has(String name) {
    return child(name).value() != null;
  }

  String text(String name) {
    return child(name).text();
  }

  String text() {
    return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(child(name).value());
  }
}
