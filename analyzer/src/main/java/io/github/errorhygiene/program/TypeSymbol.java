package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A declared type, from the sources or from a class file. One symbol per type; members are resolved
 * on first use.
 */
public final class TypeSymbol implements Symbol, Annotated {
  private final Universe universe;
  private final TypeDecl declaration;
  private final @Nullable SourceType source;
  private final @Nullable String enclosing;
  private final Lazy<TypeContext> header;
  private final Lazy<TypeContext> context;
  private final Lazy<List<FieldSymbol>> fields;
  private final Lazy<List<MethodSymbol>> methods;
  private final Lazy<List<MethodSymbol>> initializers;
  private final Lazy<Set<String>> annotationTypes;
  private final Lazy<List<AnnotationSymbol>> annotations;
  private final Lazy<Boolean> mentionsBuilder;
  private final Lazy<Set<String>> memberTypes;
  private List<MethodSymbol> named = List.of();
  private Map<String, List<MethodSymbol>> byName = Map.of();
  private Lazy<Supertypes> supertypes;
  private Lazy<Lineage> lineage;

  private TypeSymbol(
      Universe universe,
      TypeDecl declaration,
      @Nullable SourceType source,
      @Nullable String enclosing) {
    this.universe = universe;
    this.declaration = declaration;
    this.source = source;
    this.enclosing = enclosing;
    TypeContext anywhere = TypeContext.ofClassFile(universe, null);
    header = new Lazy<>(anywhere, this::headerContext);
    context = new Lazy<>(anywhere, () -> header.get().within(this));
    supertypes =
        new Lazy<>(Supertypes.NONE, () -> Supertypes.of(universe, this, declaration, header.get()));
    lineage = new Lazy<>(Lineage.EMPTY, () -> Lineage.of(universe, this));
    mentionsBuilder = new Lazy<>(false, () -> LombokBuilders.mentionsBuilder(declaration));
    memberTypes =
        new Lazy<>(
            Set.of(),
            () -> declaration.types().stream().map(TypeDecl::name).collect(Collectors.toSet()));
    fields = new Lazy<>(List.of(), () -> new DeclaredMembers(universe, this, declaration).fields());
    methods =
        new Lazy<>(List.of(), () -> new DeclaredMembers(universe, this, declaration).methods());
    initializers =
        new Lazy<>(
            List.of(), () -> new DeclaredMembers(universe, this, declaration).initializers());
    annotationTypes =
        new Lazy<>(
            Set.of(), () -> Constants.annotationTypes(declaration.annotations(), context.get()));
    annotations =
        new Lazy<>(
            List.of(),
            () -> universe.constants().annotations(declaration.annotations(), context.get()));
  }

  static TypeSymbol ofSource(Universe universe, SourceType source) {
    return new TypeSymbol(universe, source.declaration(), source, source.enclosing());
  }

  static TypeSymbol ofClassFile(Universe universe, TypeDecl declaration) {
    int nested = declaration.name().lastIndexOf('$');
    return new TypeSymbol(
        universe, declaration, null, nested > 0 ? declaration.name().substring(0, nested) : null);
  }

  private TypeContext headerContext() {
    TypeContext around = source == null ? aroundClassFile() : aroundSource(source);
    return around.with(declaration.typeParameters());
  }

  private TypeContext aroundClassFile() {
    TypeSymbol outer = isInner() ? enclosing() : null;
    return TypeContext.ofClassFile(universe, outer == null ? null : outer.header.get());
  }

  private TypeContext aroundSource(SourceType place) {
    TypeSymbol outer = enclosing();
    TypeContext around =
        outer == null
            ? TypeContext.ofUnit(universe, universe.namesOf(place.unit()))
            : outer.context();
    if (place.owner() instanceof MethodDecl method) {
      around = around.with(method.typeParameters());
    }
    return around.within(place.siblings());
  }

  /** Where the members' types are resolved. */
  TypeContext context() {
    return context.get();
  }

  /** The type with everything above it. */
  Lineage lineage() {
    return lineage.get();
  }

  /** Where a local or anonymous type stands; null for others. */
  @Nullable SourceType source() {
    return source;
  }

  /** The declaration, also of a type of a class file. */
  TypeDecl described() {
    return declaration;
  }

  /** Whether an annotation of it or of a method of it looks like one that makes a builder. */
  boolean mentionsBuilder() {
    return mentionsBuilder.get();
  }

  /** Whether its source declares a member type of that simple name. */
  boolean declaresMember(String simpleName) {
    Set<String> declared = memberTypes.get();
    return !declared.isEmpty() && declared.contains(name() + '$' + simpleName);
  }

  /** Names of the annotations, without a look at their values. */
  Set<String> annotationTypes() {
    return annotationTypes.get();
  }

  /** The value of each type variable in a use of this type; erased bounds for a raw use. */
  Map<String, Type> bind(Type use) {
    List<Type.Variable> parameters = typeParameters();
    if (parameters.isEmpty()) {
      return Map.of();
    }
    List<Type> arguments = use.arguments();
    Map<String, Type> values = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      Type.Variable parameter = parameters.get(i);
      Type value =
          arguments.size() == parameters.size()
              ? arguments.get(i)
              : Types.erased(parameter.bound());
      values.putIfAbsent(parameter.name(), bounded(value, parameter));
    }
    return values;
  }

  /** A wildcard without a bound of its own has that of the parameter. */
  private static Type bounded(Type value, Type.Variable parameter) {
    boolean free =
        value instanceof Type.Wildcard wildcard
            && !wildcard.lower()
            && wildcard.bound().equals(Types.OBJECT);
    return free && !parameter.bound().equals(Types.OBJECT)
        ? new Type.Wildcard(ofAnything(parameter.bound()), false)
        : value;
  }

  /**
   * {@code Spec<?>} for {@code Spec<S>}: what {@code ?} stands for if {@code S extends Spec<S>}.
   */
  private static Type ofAnything(Type bound) {
    Type anything = new Type.Wildcard(Types.OBJECT, false);
    return bound instanceof Type.Declared declared
        ? new Type.Declared(
            declared.name(), Collections.nCopies(declared.arguments().size(), anything))
        : Types.erased(bound);
  }

  /** Sets what the diamond of an anonymous class came out as. */
  void inferSupertype(Type type) {
    Supertypes inferred = supertypes.get().with(type);
    supertypes = new Lazy<>(inferred, () -> inferred);
    lineage = new Lazy<>(Lineage.EMPTY, () -> Lineage.of(universe, this));
  }

  /** Binary: {@code com.acme.Outer$Inner}. */
  @Override
  public String name() {
    return declaration.name();
  }

  /**
   * {@code Inner} of {@code com.acme.Outer$Inner} and of {@code com.acme.Outer$1Inner}; empty for
   * anonymous types.
   */
  public String simpleName() {
    String name = name();
    return isLocal()
        ? SourceIndex.localName(name)
        : name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  public TypeDecl.Kind kind() {
    return declaration.kind();
  }

  public int modifiers() {
    return declaration.modifiers();
  }

  public boolean isAbstract() {
    return Modifier.isAbstract(modifiers()) || isInterface();
  }

  /** Whether it is an interface or annotation type. */
  public boolean isInterface() {
    return kind() == TypeDecl.Kind.INTERFACE || kind() == TypeDecl.Kind.ANNOTATION;
  }

  /** Whether it is declared within a body: a local or anonymous type of the sources. */
  public boolean isLocal() {
    return source != null && source.owner() != null;
  }

  /** Of an inner class of a class file, followed by those of the types around it. */
  public List<Type.Variable> typeParameters() {
    List<Type.Variable> own =
        declaration.typeParameters().isEmpty() ? List.of() : header.get().declaredVariables();
    TypeSymbol outer = source == null && isInner() ? enclosing() : null;
    if (outer == null || outer.typeParameters().isEmpty()) {
      return own;
    }
    return Stream.concat(own.stream(), outer.typeParameters().stream()).toList();
  }

  private boolean isInner() {
    return enclosing != null && kind() == TypeDecl.Kind.CLASS && !Modifier.isStatic(modifiers());
  }

  /** Null for {@code Object} and interfaces. */
  public @Nullable Type superclass() {
    return supertypes.get().superclass();
  }

  public List<Type> interfaces() {
    return supertypes.get().interfaces();
  }

  /** Declared methods and constructors, implicit ones included, without initialiser blocks. */
  public List<MethodSymbol> methods() {
    return methods.get();
  }

  /** Those of {@link #methods()} that have the name. */
  @SuppressWarnings("ReferenceEquality" /* while methods are found out, none are there */)
  List<MethodSymbol> methods(String name) {
    List<MethodSymbol> all = methods.get();
    if (named != all) {
      Map<String, List<MethodSymbol>> grouped = new HashMap<>();
      all.forEach(m -> grouped.computeIfAbsent(m.name(), n -> new ArrayList<>()).add(m));
      byName = grouped;
      named = all;
    }
    return byName.getOrDefault(name, List.of());
  }

  /** Initialiser blocks, {@code <clinit>} and {@code <instance>}, in source order. */
  public List<MethodSymbol> initializers() {
    return initializers.get();
  }

  /** Declared fields, record components and enum constants included. */
  public List<FieldSymbol> fields() {
    return fields.get();
  }

  @Override
  public List<AnnotationSymbol> annotations() {
    return annotations.get();
  }

  /** Null for top-level types. */
  public @Nullable TypeSymbol enclosing() {
    return enclosing == null ? null : universe.type(enclosing);
  }

  /** Of its name in the source; {@link Position#NONE} for types of class files. */
  public Position position() {
    return source == null ? Position.NONE : declaration.position();
  }

  /** The body or initialiser of the member at that place is asked for: see {@link Program#read}. */
  void lookInside(Position member) {
    if (source != null) {
      universe.reads(source.unit(), member);
    }
  }

  /** The file that declares it; null for types of class files. */
  public @Nullable Unit unit() {
    return source == null ? null : source.unit();
  }

  public boolean isSource() {
    return source != null;
  }

  /** The type with its own variables as arguments. */
  public Type.Declared thisType() {
    return new Type.Declared(name(), new ArrayList<Type>(typeParameters()));
  }

  @Override
  public String toString() {
    return name();
  }
}
