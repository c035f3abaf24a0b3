package io.github.errorhygiene.unit;

import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method, constructor or initialiser block.
 *
 * @param name {@code <init>} for constructors (also compact ones of records, whose parameters are
 *     the record's components), {@code <clinit>} and {@code <instance>} for initialiser blocks
 * @param modifiers bits of {@link Modifier}; implicit ones are set
 * @param isDefault a {@code default} method of an interface
 * @param returnType {@link TypeRef#VOID} for constructors and initialisers
 * @param body null for abstract and native methods
 * @param compact a compact canonical constructor: fields are assigned from the parameters after the
 *     body
 */
public record MethodDecl(
    String name,
    int modifiers,
    boolean isDefault,
    boolean compact,
    List<TypeParameter> typeParameters,
    TypeRef returnType,
    List<Parameter> parameters,
    List<TypeRef> thrown,
    Stmt.@Nullable Block body,
    List<Annotation> annotations,
    Position position,
    int endLine) {
  public MethodDecl {
    typeParameters = List.copyOf(typeParameters);
    parameters = List.copyOf(parameters);
    thrown = List.copyOf(thrown);
    annotations = List.copyOf(annotations);
  }

  public boolean isStatic() {
    return Modifier.isStatic(modifiers);
  }

  public boolean isConstructor() {
    return name.equals("<init>");
  }
}
