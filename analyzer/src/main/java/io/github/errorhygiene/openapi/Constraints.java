package io.github.errorhygiene.openapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The Bean Validation constraints that generators make of schemas ({@code useBeanValidation}). */
final class Constraints {
  private static final Map<String, String> OF_KEYWORD =
      Map.of(
          "pattern", "Pattern",
          "minimum", "Min",
          "maximum", "Max",
          "minLength", "Size",
          "maxLength", "Size",
          "minItems", "Size",
          "maxItems", "Size");

  private Constraints() {}

  /** Of a parameter or property; sorted simple names. */
  static List<String> of(Node schema) {
    Set<String> constraints = new TreeSet<>();
    OF_KEYWORD.forEach(
        (keyword, constraint) -> {
          if (schema.has(keyword)) {
            constraints.add(constraint);
          }
        });
    if (schema.text("format").equals("email")) {
      constraints.add("Email");
    }
    return new ArrayList<>(constraints);
  }

  /** {@code Valid} if anything within a body is constrained, required properties included. */
  static List<String> ofBody(Node schema, References references) {
    return isConstrained(schema, references, Collections.newSetFromMap(new IdentityHashMap<>()))
        ? List.of("Valid")
        : List.of();
  }

  private static boolean isConstrained(Node schema, References references, Set<Object> seen) {
    Node at = references.follow(schema);
    if (at.value() == null || !seen.add(at.value())) {
      return false;
    }
    if (at.child("properties").children().values().stream()
            .anyMatch(property -> !of(references.follow(property)).isEmpty())
        || !at.child("required").items().isEmpty()) {
      return true;
    }
    List<Node> parts = new ArrayList<>(at.child("properties").children().values());
    parts.addAll(at.child("allOf").items());
    parts.add(at.child("items"));
    return parts.stream().anyMatch(part -> isConstrained(part, references, seen));
  }
}
