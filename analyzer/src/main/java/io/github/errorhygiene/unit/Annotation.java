package io.github.errorhygiene.unit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An annotation as written.
 *
 * @param name as written, without {@code @}: {@code GetMapping} or {@code
 *     org.springframework…GetMapping}
 * @param values member name to value, in source order; a single unnamed value has the name {@code
 *     value}. Values are literals, names, {@link Expr.ClassLiteral}, {@link Expr.ArrayLiteral},
 *     constant expressions or {@link Expr.AnnotationValue}.
 */
public record Annotation(String name, Map<String, Expr> values, Position position) {
  public Annotation {
    values =
        values.size() <= 1
            ? Map.copyOf(values)
            : Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
