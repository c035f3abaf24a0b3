package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The direct supertypes of a type, written or implied by its kind. */
record Supertypes(@Nullable Type superclass, List<Type> interfaces) {
  static final Supertypes NONE = new Supertypes(null, List.of());

  static Supertypes of(
      Universe universe, TypeSymbol symbol, TypeDecl declaration, TypeContext header) {
    List<Type> interfaces = new ArrayList<>(header.resolve(declaration.interfaces()));
    return switch (declaration.kind()) {
      case INTERFACE -> new Supertypes(null, interfaces);
      case ANNOTATION ->
          new Supertypes(null, List.of(Types.declared("java.lang.annotation.Annotation")));
      case ENUM -> new Supertypes(Types.declared("java.lang.Enum", symbol.thisType()), interfaces);
      case RECORD -> new Supertypes(Types.declared("java.lang.Record"), interfaces);
      default -> ofClass(universe, symbol, declaration, header, interfaces);
    };
  }

  @SuppressWarnings("ReferenceEquality" /* that body, not one that says the same */)
  private static Supertypes ofClass(
      Universe universe,
      TypeSymbol symbol,
      TypeDecl declaration,
      TypeContext header,
      List<Type> interfaces) {
    SourceType source = symbol.source();
    if (source != null
        && source.owner() instanceof TypeDecl.EnumConstant constant
        && constant.body() == declaration) {
      return new Supertypes(
          Types.declared(source.enclosing() == null ? "" : source.enclosing()), interfaces);
    }
    if (declaration.superclass() == null) {
      return new Supertypes(
          symbol.name().equals("java.lang.Object") ? null : Types.OBJECT, interfaces);
    }
    Type written = header.resolve(declaration.superclass());
    return new Supertypes(written, interfaces).sorted(universe);
  }

  /** An anonymous class names one type, which may be an interface. */
  private Supertypes sorted(Universe universe) {
    TypeSymbol above = superclass == null ? null : universe.symbol(superclass);
    return above != null && superclass != null && above.isInterface()
        ? new Supertypes(Types.OBJECT, List.of(superclass))
        : this;
  }

  /** The same with the inferred type in the place of the raw one. */
  Supertypes with(Type inferred) {
    boolean isInterface = interfaces.stream().anyMatch(i -> i.erasure().equals(inferred.erasure()));
    return isInterface
        ? new Supertypes(superclass, List.of(inferred))
        : new Supertypes(inferred, interfaces);
  }
}
