package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field, record component or enum constant. One symbol per declaration. */
public final class FieldSymbol implements Symbol, Annotated {
  private final TypeSymbol owner;
  private final String name;
  private final Type type;
  private final int modifiers;
  private final @Nullable Expr initializer;
  private final TypeDecl.@Nullable EnumConstant enumConstant;
  private final boolean isEnumConstant;
  private final Lazy<List<AnnotationSymbol>> annotations;
  private final Position position;

  FieldSymbol(
      TypeSymbol owner,
      String name,
      Type type,
      int modifiers,
      @Nullable Expr initializer,
      TypeDecl.@Nullable EnumConstant enumConstant,
      boolean isEnumConstant,
      Lazy<List<AnnotationSymbol>> annotations,
      Position position) {
    this.owner = owner;
    this.name = name;
    this.type = type;
    this.modifiers = modifiers;
    this.initializer = initializer;
    this.enumConstant = enumConstant;
    this.isEnumConstant = isEnumConstant;
    this.annotations = annotations;
    this.position = position;
  }

  /** The declaring type. */
  public TypeSymbol owner() {
    return owner;
  }

  @Override
  public String name() {
    return name;
  }

  public Type type() {
    return type;
  }

  public int modifiers() {
    return modifiers;
  }

  /** Of a source field; null for others and without one. */
  public @Nullable Expr initializer() {
    owner.lookInside(position);
    return owner.isSource() ? initializer : null;
  }

  /** Whether there is one in the sources. */
  public boolean hasInitializer() {
    return owner.isSource() && initializer != null;
  }

  /** The constant's expression, in the sources or as a literal of a class file. */
  @Nullable Expr value() {
    owner.lookInside(position);
    return initializer;
  }

  /** Value of a constant field of a class file; null otherwise. */
  public @Nullable Object constant() {
    return !owner.isSource() && initializer instanceof Expr.Literal literal
        ? literal.value()
        : null;
  }

  /** The declaration, for an enum constant of the sources. */
  public TypeDecl.@Nullable EnumConstant enumConstant() {
    owner.lookInside(position);
    return enumConstant;
  }

  public boolean isEnumConstant() {
    return isEnumConstant;
  }

  @Override
  public List<AnnotationSymbol> annotations() {
    return annotations.get();
  }

  public Position position() {
    return position;
  }

  public boolean isStatic() {
    return Modifier.isStatic(modifiers);
  }

  public boolean isFinal() {
    return Modifier.isFinal(modifiers);
  }

  @Override
  public String toString() {
    return owner.name() + "#" + name;
  }
}
