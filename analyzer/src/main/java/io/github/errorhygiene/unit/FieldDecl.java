package io.github.errorhygiene.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field; {@code int a, b;} gives two.
 *
 * @param modifiers bits of {@link java.lang.reflect.Modifier}; implicit ones are set
 */
public record FieldDecl(
    String name,
    TypeRef type,
    int modifiers,
    @Nullable Expr initializer,
    List<Annotation> annotations,
    Position position) {
  public FieldDecl {
    annotations = List.copyOf(annotations);
  }
}
