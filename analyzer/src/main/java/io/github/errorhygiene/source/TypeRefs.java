package io.github.errorhygiene.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import com.github.javaparser.ast.type.UnknownType;
import com.github.javaparser.ast.type.VarType;
import com.github.javaparser.ast.type.WildcardType;
import io.github.errorhygiene.unit.SharedTexts;
import io.github.errorhygiene.unit.TypeParameter;
import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types as written. */
final class TypeRefs {
  private final SharedTexts texts;

  TypeRefs(SharedTexts texts) {
    this.texts = texts;
  }

  TypeRef of(Type type) {
    if (type instanceof ClassOrInterfaceType named) {
      return ofClass(named);
    }
    if (type instanceof ArrayType) {
      return withDimensions(of(type.getElementType()), type.getArrayLevel());
    }
    if (type instanceof WildcardType wildcard) {
      return ofWildcard(wildcard);
    }
    if (type instanceof IntersectionType intersection) {
      return new TypeRef("&", all(intersection.getElements()), 0);
    }
    if (type instanceof UnionType union) {
      return new TypeRef("|", all(union.getElements()), 0);
    }
    return ofKeyword(type);
  }

  List<TypeRef> all(NodeList<? extends Type> types) {
    List<TypeRef> refs = new ArrayList<>(types.size());
    for (Type type : types) {
      refs.add(of(type));
    }
    return refs;
  }

  List<TypeRef> all(Optional<NodeList<Type>> types) {
    return types.isPresent() ? all(types.get()) : List.of();
  }

  /** The alternatives of a multi-catch, or the only type. */
  List<TypeRef> alternatives(Type type) {
    return type instanceof UnionType union ? all(union.getElements()) : List.of(of(type));
  }

  List<TypeParameter> parameters(
      NodeList<com.github.javaparser.ast.type.TypeParameter> parameters) {
    List<TypeParameter> refs = new ArrayList<>(parameters.size());
    for (com.github.javaparser.ast.type.TypeParameter parameter : parameters) {
      refs.add(
          new TypeParameter(texts.of(parameter.getNameAsString()), all(parameter.getTypeBound())));
    }
    return refs;
  }

  static TypeRef withDimensions(TypeRef type, int more) {
    return new TypeRef(type.name(), type.arguments(), type.dimensions() + more);
  }

  /** The arguments of the types around an inner class follow its own. */
  private TypeRef ofClass(ClassOrInterfaceType type) {
    List<TypeRef> arguments = new ArrayList<>();
    Optional<ClassOrInterfaceType> current = Optional.of(type);
    while (current.isPresent()) {
      Optional<NodeList<Type>> own = current.get().getTypeArguments();
      boolean diamond = own.isPresent() && own.get().isEmpty();
      arguments.addAll(diamond ? List.of(TypeRef.DIAMOND) : all(own));
      current = current.get().getScope();
    }
    return new TypeRef(texts.of(nameOf(type)), arguments, 0);
  }

  private static String nameOf(ClassOrInterfaceType type) {
    String name = type.getName().getIdentifier();
    Optional<ClassOrInterfaceType> scope = type.getScope();
    return scope.isPresent() ? nameOf(scope.get()) + '.' + name : name;
  }

  private TypeRef ofWildcard(WildcardType type) {
    if (type.getExtendedType().isPresent()) {
      return new TypeRef("? extends", List.of(of(type.getExtendedType().get())), 0);
    }
    if (type.getSuperType().isPresent()) {
      return new TypeRef("? super", List.of(of(type.getSuperType().get())), 0);
    }
    return TypeRef.of("?");
  }

  private static TypeRef ofKeyword(Type type) {
    if (type instanceof PrimitiveType primitiveType) {
      return TypeRef.of(primitiveType.getType().asString());
    }
    if (type instanceof UnknownType || type instanceof VarType) {
      return TypeRef.VAR;
    }
    return TypeRef.VOID;
  }
}
