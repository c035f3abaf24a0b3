package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The builder classes that Lombok makes. Type arguments of generic builders are left out.
 *
 * @see <a href="https://projectlombok.org/features/Builder">Lombok's Builder</a>
 */
final class LombokBuilders {
  private static final String BUILDER = "lombok.Builder";
  private static final String SUPER_BUILDER = "lombok.experimental.SuperBuilder";
  private static final int STATIC = Modifier.PUBLIC | Modifier.STATIC;

  private LombokBuilders() {}

  /**
   * One builder.
   *
   * @param built what {@code build()} returns
   * @param type of the builder, as a binary name
   */
  private record Spec(
      Type built,
      String type,
      AnnotationSymbol annotation,
      List<MethodSymbol.Parameter> properties) {
    String member(String member, String otherwise) {
      return annotation.value(member) instanceof String name && !name.isEmpty() ? name : otherwise;
    }
  }

  /** The builder type of that binary name if Lombok makes one, or null. */
  static @Nullable TypeSymbol builderType(Universe universe, String name) {
    int nested = name.lastIndexOf('$');
    if (nested < 0 || universe.sources().find(name.substring(0, nested)) == null) {
      return null;
    }
    TypeSymbol around = universe.type(name.substring(0, nested));
    boolean made = around != null && builderNames(around).contains(name.substring(nested + 1));
    return made ? TypeSymbol.ofClassFile(universe, emptyClass(name)) : null;
  }

  /** A look at the text alone: the question comes up for every name that is not a member type. */
  static boolean mentionsBuilder(TypeSymbol type) {
    return type.mentionsBuilder();
  }

  /** The same, found out. */
  static boolean mentionsBuilder(TypeDecl declaration) {
    return declaration.annotations().stream().anyMatch(LombokBuilders::mayBeBuilder)
        || declaration.methods().stream()
            .anyMatch(m -> m.annotations().stream().anyMatch(LombokBuilders::mayBeBuilder));
  }

  private static boolean mayBeBuilder(Annotation annotation) {
    return annotation.name().endsWith("Builder");
  }

  /** Simple names of the builder types, found without a look at the types of members. */
  private static Set<String> builderNames(TypeSymbol type) {
    if (!mentionsBuilder(type)) {
      return Set.of();
    }
    TypeDecl declaration = type.described();
    Set<String> names = new HashSet<>();
    declaration.annotations().forEach(a -> addName(a, type, type.simpleName(), names));
    for (MethodDecl method : declaration.methods()) {
      String built = method.isConstructor() ? type.simpleName() : method.returnType().name();
      method
          .annotations()
          .forEach(a -> addName(a, type, built.substring(built.lastIndexOf('.') + 1), names));
    }
    return names;
  }

  private static void addName(
      Annotation annotation, TypeSymbol type, String built, Set<String> names) {
    if (mayBeBuilder(annotation)) {
      boolean lombok = isLombok(annotation.name(), type);
      Expr given = annotation.values().get("builderClassName");
      String name =
          given instanceof Expr.Literal literal
              ? String.valueOf(literal.value())
              : built + "Builder";
      names.addAll(lombok ? Set.of(name) : Set.of());
    }
  }

  /** By the imports alone: a look at member types would ask for builders again. */
  private static boolean isLombok(String written, TypeSymbol type) {
    UnitNames unit = type.context().unit();
    Type imported = unit == null || written.indexOf('.') >= 0 ? null : unit.type(written);
    String name = imported == null ? written : imported.erasure();
    return name.equals(BUILDER) || name.equals(SUPER_BUILDER);
  }

  private static TypeDecl emptyClass(String name) {
    return new TypeDecl(
        TypeDecl.Kind.CLASS,
        name,
        STATIC,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Position.NONE,
        0);
  }

  /**
   * What builders add to a type: factory methods to the built type, setters and {@code build} to
   * the builder.
   */
  static List<MethodSymbol> members(
      Universe universe, TypeSymbol owner, List<MethodSymbol> written) {
    List<MethodSymbol> members = new ArrayList<>();
    if (owner.isSource() && mentionsBuilder(owner)) {
      specs(universe, owner, written).forEach(spec -> addFactories(owner, spec, members));
    }
    TypeSymbol around = owner.name().endsWith("Builder") ? owner.enclosing() : null;
    if (around != null && around.isSource() && mentionsBuilder(around)) {
      specs(universe, around).stream()
          .filter(spec -> spec.type().equals(owner.name()))
          .forEach(spec -> addSetters(owner, spec, members));
    }
    members.removeIf(
        m -> written.stream().anyMatch(w -> w.name().equals(m.name()) && sameArity(w, m)));
    return members;
  }

  private static boolean sameArity(MethodSymbol one, MethodSymbol other) {
    return one.parameterTypes().size() == other.parameterTypes().size();
  }

  private static List<Spec> specs(Universe universe, TypeSymbol type) {
    return specs(universe, type, new DeclaredMembers(universe, type, type.described()).written());
  }

  private static List<Spec> specs(Universe universe, TypeSymbol type, List<MethodSymbol> written) {
    List<Spec> specs = new ArrayList<>();
    AnnotationSymbol plain = type.annotation(BUILDER);
    AnnotationSymbol inherited = type.annotation(SUPER_BUILDER);
    AnnotationSymbol onType = plain != null ? plain : inherited;
    if (onType != null) {
      specs.add(
          spec(
              type,
              Types.declared(type.name()),
              onType,
              properties(universe, type, inherited != null)));
    }
    for (MethodSymbol method : written) {
      AnnotationSymbol onMethod = method.annotation(BUILDER);
      if (onMethod != null) {
        specs.add(spec(type, built(type, method), onMethod, parameters(method)));
      }
    }
    return specs;
  }

  private static Type built(TypeSymbol type, MethodSymbol method) {
    return method.isConstructor() ? Types.declared(type.name()) : method.returnType();
  }

  private static Spec spec(
      TypeSymbol owner,
      Type built,
      AnnotationSymbol annotation,
      List<MethodSymbol.Parameter> properties) {
    String erased = built.erasure();
    String simple =
        erased.substring(Math.max(erased.lastIndexOf('.'), erased.lastIndexOf('$')) + 1)
            + "Builder";
    String name =
        annotation.value("builderClassName") instanceof String given && !given.isEmpty()
            ? given
            : simple;
    return new Spec(built, owner.name() + '$' + name, annotation, properties);
  }

  private static List<MethodSymbol.Parameter> parameters(MethodSymbol method) {
    List<MethodSymbol.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < method.parameterTypes().size(); i++) {
      parameters.add(
          new MethodSymbol.Parameter(
              method.parameterNames().get(i), method.parameterTypes().get(i)));
    }
    return parameters;
  }

  private static List<MethodSymbol.Parameter> properties(
      Universe universe, TypeSymbol type, boolean withInherited) {
    List<MethodSymbol.Parameter> properties = new ArrayList<>();
    for (String name : type.lineage().names()) {
      TypeSymbol symbol = universe.type(name);
      boolean counts = symbol != null && symbol.isSource() && (symbol == type || withInherited);
      if (counts && symbol != null) {
        symbol.fields().stream()
            .filter(LombokBuilders::isProperty)
            .forEach(f -> addProperty(f, properties));
      }
    }
    return properties;
  }

  private static boolean isProperty(FieldSymbol field) {
    return !field.isStatic()
        && (LombokMembers.isOpen(field) || field.annotation("lombok.Builder$Default") != null);
  }

  /** {@code Singular} collections get a method for one element as well. */
  private static void addProperty(FieldSymbol field, List<MethodSymbol.Parameter> properties) {
    properties.add(MethodSymbol.Parameter.of(field));
    AnnotationSymbol singular = field.annotation("lombok.Singular");
    if (singular != null) {
      List<Type> arguments = field.type().arguments();
      String plural = field.name();
      String name = plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
      String given = singular.value("value") instanceof String text ? text : name;
      properties.add(
          new MethodSymbol.Parameter(
              given, arguments.size() == 1 ? arguments.get(0) : Types.UNKNOWN));
    }
  }

  private static void addFactories(TypeSymbol owner, Spec spec, List<MethodSymbol> members) {
    Type builder = Types.declared(spec.type());
    members.add(
        method(
            owner,
            spec.member("builderMethodName", "builder"),
            STATIC,
            MethodSymbol.Implicit.BUILDER,
            builder,
            List.of()));
    if (Boolean.TRUE.equals(spec.annotation().value("toBuilder"))) {
      members.add(
          method(
              owner,
              "toBuilder",
              Modifier.PUBLIC,
              MethodSymbol.Implicit.OTHER,
              builder,
              List.of()));
    }
  }

  private static void addSetters(TypeSymbol builder, Spec spec, List<MethodSymbol> members) {
    Type self = Types.declared(builder.name());
    String prefix = spec.member("setterPrefix", "");
    for (MethodSymbol.Parameter property : spec.properties()) {
      String name =
          prefix.isEmpty() ? property.name() : prefix + LombokMembers.capitalized(property.name());
      members.add(
          method(
              builder,
              name,
              Modifier.PUBLIC,
              MethodSymbol.Implicit.OTHER,
              self,
              List.of(property)));
    }
    String build = spec.member("buildMethodName", "build");
    members.add(
        method(
            builder, build, Modifier.PUBLIC, MethodSymbol.Implicit.OTHER, spec.built(), List.of()));
  }

  private static MethodSymbol method(
      TypeSymbol owner,
      String name,
      int modifiers,
      MethodSymbol.Implicit kind,
      Type type,
      List<MethodSymbol.Parameter> parameters) {
    return MethodSymbol.implicit(owner, name, modifiers, kind, type, parameters, List.of());
  }
}
