package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Position;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A resolved annotation.
 *
 * @param type fully qualified; as written if it could not be resolved
 * @param values member name to constant: {@link String}, boxed primitive, {@link Type} (a class
 *     literal), {@link EnumValue}, {@link AnnotationSymbol}, or a {@link List} of these; members
 *     whose value is not a known constant are absent. Defaults are not filled in.
 */
public record AnnotationSymbol(String type, Map<String, Object> values, Position position) {
  /** A constant of an enum. */
  public record EnumValue(String type, String name) {}

  /** The member as a list: a single value counts as a list of one; empty if absent. */
  public List<?> list(String member) {
    Object value = values.get(member);
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list ? list : List.of(value);
  }

  /** The strings of a member; empty if absent. */
  public List<String> strings(String member) {
    return list(member).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  /** The class literals of a member; empty if absent. */
  public List<Type> types(String member) {
    return list(member).stream().filter(Type.class::isInstance).map(Type.class::cast).toList();
  }

  /** The names of the enum constants of a member; empty if absent. */
  public List<String> constants(String member) {
    return list(member).stream()
        .filter(EnumValue.class::isInstance)
        .map(v -> ((EnumValue) v).name())
        .toList();
  }

  public @Nullable Object value(String member) {
    return values.get(member);
  }
}
