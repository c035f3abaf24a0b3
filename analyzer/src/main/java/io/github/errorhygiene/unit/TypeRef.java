package io.github.errorhygiene.unit;

import java.util.List;

/**
 * A type as written in the source, not yet resolved.
 *
 * <p>Special names: {@code ?}, {@code ? extends} and {@code ? super} (wildcards; the bound is the
 * only argument), {@code &} (intersection; the arguments are the parts), {@code |} (union of a
 * multi-catch; the arguments are the alternatives), {@code var} (inferred local), {@code <>} as the
 * only argument marks the diamond.
 *
 * @param name as written, with dots, without type arguments: {@code List}, {@code
 *     java.util.Map.Entry}, {@code int}
 * @param arguments type arguments in order; empty for raw and non-generic types
 * @param dimensions number of array dimensions
 */
public record TypeRef(String name, List<TypeRef> arguments, int dimensions) {
  public static final TypeRef VAR = of("var");
  public static final TypeRef VOID = of("void");
  public static final TypeRef DIAMOND = of("<>");

  public TypeRef {
    arguments = List.copyOf(arguments);
  }

  public static TypeRef of(String name) {
    return new TypeRef(name, List.of(), 0);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    if (!arguments.isEmpty()) {
      text.append('<');
      for (int i = 0; i < arguments.size(); i++) {
        text.append(i == 0 ? "" : ", ").append(arguments.get(i));
      }
      text.append('>');
    }
    return text.append("[]".repeat(dimensions)).toString();
  }
}
