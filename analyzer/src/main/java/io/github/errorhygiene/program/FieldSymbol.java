package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field, record component or enum constant.
 *
 * @param owner the declaring type
 * @param initializer of a source field; null otherwise
 * @param constant value of a constant field of a class file; null otherwise
 * @param enumConstant the declaration, for an enum constant of the sources
 */
public record FieldSymbol(
    TypeSymbol owner,
    String name,
    Type type,
    int modifiers,
    @Nullable Expr initializer,
    @Nullable Object constant,
    TypeDecl.@Nullable EnumConstant enumConstant,
    boolean isEnumConstant,
    List<AnnotationSymbol> annotations,
    Position position)
    implements Symbol, Annotated {
  public boolean isStatic() {
    return Modifier.isStatic(modifiers);
  }

  public boolean isFinal() {
    return Modifier.isFinal(modifiers);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldSymbol field && owner == field.owner && name.equals(field.name);
  }

  @Override
  public int hashCode() {
    return 31 * owner.name().hashCode() + name.hashCode();
  }

  @Override
  public String toString() {
    return owner.name() + "#" + name;
  }
}
