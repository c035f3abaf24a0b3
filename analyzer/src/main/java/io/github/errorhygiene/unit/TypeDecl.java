package io.github.errorhygiene.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class, interface, enum, record or annotation type, also local and anonymous ones.
 *
 * <p>Implicit members are not added here: default constructors, record accessors and canonical
 * constructors, {@code values()} and {@code valueOf}, Lombok's members. Linking supplies them.
 *
 * @param name binary name: {@code com.acme.Outer$Inner}. Local and anonymous types are numbered in
 *     source order through the whole top-level type: {@code com.acme.Outer$1Local}, {@code
 *     com.acme.Outer$1}; the numbers need not be javac's.
 * @param modifiers bits of {@link java.lang.reflect.Modifier}; implicit ones (interface members are
 *     public, nested records and enums static…) are set
 * @param superclass null when none is written; for an anonymous type the type after {@code new},
 *     class or interface
 * @param recordComponents empty unless a record
 * @param enumConstants empty unless an enum
 * @param methods methods, constructors ({@code <init>}) and initialiser blocks ({@code <clinit>}
 *     for static ones, {@code <instance>} for the others), in source order
 * @param position of the name; of {@code new} for anonymous types
 * @param endLine last line of the declaration
 */
public record TypeDecl(
    Kind kind,
    String name,
    int modifiers,
    List<TypeParameter> typeParameters,
    @Nullable TypeRef superclass,
    List<TypeRef> interfaces,
    List<Parameter> recordComponents,
    List<EnumConstant> enumConstants,
    List<FieldDecl> fields,
    List<MethodDecl> methods,
    List<TypeDecl> types,
    List<Annotation> annotations,
    Position position,
    int endLine) {
  /** What is declared. */
  public enum Kind {
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION
  }

  public TypeDecl {
    typeParameters = List.copyOf(typeParameters);
    interfaces = List.copyOf(interfaces);
    recordComponents = List.copyOf(recordComponents);
    enumConstants = List.copyOf(enumConstants);
    fields = List.copyOf(fields);
    methods = List.copyOf(methods);
    types = List.copyOf(types);
    annotations = List.copyOf(annotations);
  }

  /**
   * An enum constant.
   *
   * @param body the anonymous subclass, if the constant has one
   */
  public record EnumConstant(
      String name,
      List<Expr> arguments,
      @Nullable TypeDecl body,
      List<Annotation> annotations,
      Position position) {
    public EnumConstant {
      arguments = List.copyOf(arguments);
      annotations = List.copyOf(annotations);
    }
  }
}
