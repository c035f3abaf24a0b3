package io.github.errorhygiene.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.github.errorhygiene.source.Modifiers.Enclosing;
import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.TypeDecl.EnumConstant;
import io.github.errorhygiene.unit.TypeDecl.Kind;
import io.github.errorhygiene.unit.TypeParameter;
import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Type declarations, member, local and anonymous. */
final class Declarations {
  private final Lowering lowering;

  Declarations(Lowering lowering) {
    this.lowering = lowering;
  }

  TypeDecl topLevel(TypeDeclaration<?> type, String name) {
    lowering.names.enterTopLevel(name);
    return declared(type, name, Enclosing.NOTHING);
  }

  TypeDecl member(TypeDeclaration<?> type, Kind owner) {
    return declared(type, lowering.names.enterMember(type.getNameAsString()), Enclosing.of(owner));
  }

  TypeDecl local(TypeDeclaration<?> type) {
    return declared(type, lowering.names.enterNumbered(type.getNameAsString()), Enclosing.OTHER);
  }

  /**
   * The class body of an instance creation or enum constant.
   *
   * @param modifiers implicit ones
   */
  TypeDecl anonymous(
      TypeRef superclass,
      int modifiers,
      NodeList<BodyDeclaration<?>> body,
      Position position,
      int endLine) {
    String name = lowering.names.enterNumbered("");
    MemberLists members = lowering.members.of(body, Kind.CLASS, List.of());
    lowering.names.leave();
    Header header = new Header(List.of(), superclass, List.of(), List.of());
    return assemble(
        Kind.CLASS, name, modifiers, header, List.of(), members, List.of(), position, endLine);
  }

  private TypeDecl declared(TypeDeclaration<?> type, String name, Enclosing enclosing) {
    Kind kind = kindOf(type);
    List<Annotation> annotations = lowering.annotations.all(type.getAnnotations());
    Header header = header(type);
    List<EnumConstant> constants = constants(type);
    MemberLists members = lowering.members.of(type.getMembers(), kind, header.components());
    lowering.names.leave();
    int modifiers = Modifiers.ofType(Modifiers.written(type.getModifiers()), kind, enclosing);
    if (kind == Kind.ENUM && constants.stream().allMatch(c -> c.body() == null)) {
      modifiers |= java.lang.reflect.Modifier.FINAL;
    }
    return assemble(
        kind,
        name,
        modifiers,
        header,
        constants,
        members,
        annotations,
        Places.of(type.getName()),
        Places.lastLine(type));
  }

  private static TypeDecl assemble(
      Kind kind,
      String name,
      int modifiers,
      Header header,
      List<EnumConstant> constants,
      MemberLists members,
      List<Annotation> annotations,
      Position position,
      int endLine) {
    return new TypeDecl(
        kind,
        name,
        modifiers,
        header.typeParameters(),
        header.superclass(),
        header.interfaces(),
        header.components(),
        constants,
        members.fields(),
        members.methods(),
        members.types(),
        annotations,
        position,
        endLine);
  }

  private static Kind kindOf(TypeDeclaration<?> type) {
    if (type instanceof ClassOrInterfaceDeclaration classLike) {
      return classLike.isInterface() ? Kind.INTERFACE : Kind.CLASS;
    }
    if (type instanceof EnumDeclaration) {
      return Kind.ENUM;
    }
    return type instanceof RecordDeclaration ? Kind.RECORD : Kind.ANNOTATION;
  }

  /** What stands between a type's name and its body. */
  private record Header(
      List<TypeParameter> typeParameters,
      @Nullable TypeRef superclass,
      List<TypeRef> interfaces,
      List<Parameter> components) {
    static final Header NONE = new Header(List.of(), null, List.of(), List.of());
  }

  private Header header(TypeDeclaration<?> type) {
    if (type instanceof ClassOrInterfaceDeclaration classLike) {
      return header(classLike);
    }
    if (type instanceof EnumDeclaration enumType) {
      List<TypeRef> interfaces = lowering.references.all(enumType.getImplementedTypes());
      return new Header(List.of(), null, interfaces, List.of());
    }
    return type instanceof RecordDeclaration recordType ? header(recordType) : Header.NONE;
  }

  private Header header(ClassOrInterfaceDeclaration type) {
    List<TypeParameter> parameters = lowering.references.parameters(type.getTypeParameters());
    List<TypeRef> extended = lowering.references.all(type.getExtendedTypes());
    if (type.isInterface()) {
      return new Header(parameters, null, extended, List.of());
    }
    TypeRef superclass = extended.isEmpty() ? null : extended.get(0);
    return new Header(
        parameters, superclass, lowering.references.all(type.getImplementedTypes()), List.of());
  }

  private Header header(RecordDeclaration type) {
    List<TypeParameter> parameters = lowering.references.parameters(type.getTypeParameters());
    List<Parameter> components = lowering.members.parameters(type.getParameters());
    return new Header(
        parameters, null, lowering.references.all(type.getImplementedTypes()), components);
  }

  private List<EnumConstant> constants(TypeDeclaration<?> type) {
    if (!(type instanceof EnumDeclaration enumType)) {
      return List.of();
    }
    List<EnumConstant> constants = new ArrayList<>();
    for (EnumConstantDeclaration entry : enumType.getEntries()) {
      constants.add(constant(entry, TypeRef.of(type.getNameAsString())));
    }
    return constants;
  }

  private EnumConstant constant(EnumConstantDeclaration entry, TypeRef owner) {
    Position position = Places.of(entry.getName());
    List<Expr> arguments = lowering.expressions.all(entry.getArguments());
    TypeDecl body =
        entry.getClassBody().isEmpty()
            ? null
            : anonymous(
                owner,
                java.lang.reflect.Modifier.FINAL,
                entry.getClassBody(),
                position,
                Places.lastLine(entry));
    return new EnumConstant(
        entry.getNameAsString(),
        arguments,
        body,
        lowering.annotations.all(entry.getAnnotations()),
        position);
  }
}
