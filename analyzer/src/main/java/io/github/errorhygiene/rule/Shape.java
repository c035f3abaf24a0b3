package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Answer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * The form of an error body, as far as a client's parser cares.
 *
 * @param mediaType without parameters
 * @param keys members of a JSON object, sorted; empty for text
 */
record Shape(String mediaType, SortedSet<String> keys) {
  private static final String TEXT = "text/plain";

  /** The form of an answer; empty if it has no body, is a page for people, or is not known. */
  static Optional<Shape> of(Answer answer) {
    String type = answer.contentType() == null ? "" : mediaType(answer.contentType());
    boolean object = type.endsWith("json") && !answer.bodyKeys().isEmpty();
    return object || type.equals(TEXT)
        ? Optional.of(new Shape(type, answer.bodyKeys()))
        : Optional.empty();
  }

  private static String mediaType(String contentType) {
    int parameters = contentType.indexOf(';');
    String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * One parser reads both: of the same type, and at least half of the members of the smaller one
   * are in the other. Members that are there only for some errors, such as a list of violations, do
   * no harm.
   */
  boolean isLike(Shape other) {
    if (!mediaType.equals(other.mediaType)) {
      return false;
    }
    Set<String> shared = new HashSet<>(keys);
    shared.retainAll(other.keys);
    return 2 * shared.size() >= Math.min(keys.size(), other.keys.size());
  }

  /** {@code {"code", "message"}}, {@code text/plain}. */
  String label() {
    if (keys.isEmpty()) {
      return mediaType;
    }
    String members = "{\"" + String.join("\", \"", keys) + "\"}";
    return mediaType.equals("application/json") ? members : mediaType + " " + members;
  }
}
