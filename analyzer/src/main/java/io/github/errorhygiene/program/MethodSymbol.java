package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Position;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A method or constructor of the sources or of a class file. Compared by identity: one symbol per
 * declaration.
 *
 * <p>Members that no source declares – record accessors, {@code values()}, Lombok's – have an
 * {@link #implicit()} kind instead of a declaration.
 */
public final class MethodSymbol implements Annotated {
  /** How a member came to be that is not written in the sources. */
  public enum Implicit {
    /** Written, or read from a class file. */
    NONE,
    /** Returns {@link #field()}; one of the project's own class files may be written. */
    GETTER,
    /** Sets {@link #field()} from its only parameter. */
    SETTER,
    /**
     * A constructor that sets fields from its parameters in order: {@link #fields()}; default
     * constructors have none.
     */
    CONSTRUCTOR,
    /** Returns a copy of its object in which {@link #field()} is its only parameter. */
    WITHER,
    /** Static, returns a builder of the owner. */
    BUILDER,
    /** Anything else generated, such as {@code values()}: throws nothing of its own. */
    OTHER
  }

  private final TypeSymbol owner;
  private final String name;
  private final boolean constructor;
  private final int modifiers;
  private final boolean varargs;
  private final List<Type.Variable> typeParameters;
  private final List<Type> parameterTypes;
  private final List<String> parameterNames;
  private final Lazy<List<List<AnnotationSymbol>>> parameterAnnotations;
  private final Type returnType;
  private final List<Type> thrown;
  private final Lazy<List<AnnotationSymbol>> annotations;
  private final @Nullable MethodDecl declaration;
  private final Implicit implicit;
  private final List<FieldSymbol> fields;

  /** Null as long as nobody has asked: kept, since each place in it is compared by it. */
  private @Nullable String signature;

  private boolean read;

  MethodSymbol(
      TypeSymbol owner,
      String name,
      int modifiers,
      boolean varargs,
      List<Type.Variable> typeParameters,
      List<Type> parameterTypes,
      List<String> parameterNames,
      Lazy<List<List<AnnotationSymbol>>> parameterAnnotations,
      Type returnType,
      List<Type> thrown,
      Lazy<List<AnnotationSymbol>> annotations,
      @Nullable MethodDecl declaration,
      Implicit implicit,
      List<FieldSymbol> fields) {
    this.owner = owner;
    this.name = name;
    this.constructor = name.equals("<init>");
    this.modifiers = modifiers;
    this.varargs = varargs;
    this.typeParameters = typeParameters;
    this.parameterTypes = parameterTypes;
    this.parameterNames = parameterNames;
    this.parameterAnnotations = parameterAnnotations;
    this.returnType = returnType;
    this.thrown = thrown;
    this.annotations = annotations;
    this.declaration = declaration;
    this.implicit = implicit;
    this.fields = fields;
  }

  /** A member that nobody wrote. */
  static MethodSymbol implicit(
      TypeSymbol owner,
      String name,
      int modifiers,
      Implicit kind,
      Type returnType,
      List<Parameter> parameters,
      List<FieldSymbol> fields) {
    return new MethodSymbol(
        owner,
        name,
        modifiers,
        false,
        List.of(),
        parameters.stream().map(Parameter::type).toList(),
        parameters.stream().map(Parameter::name).toList(),
        new Lazy<>(List.of(), List::of),
        returnType,
        List.of(),
        new Lazy<>(List.of(), List::of),
        null,
        kind,
        fields);
  }

  /** A parameter of an implicit member. */
  record Parameter(String name, Type type) {
    static Parameter of(FieldSymbol field) {
      return new Parameter(field.name(), field.type());
    }
  }

  public TypeSymbol owner() {
    return owner;
  }

  /**
   * {@code <init>} for constructors, {@code <clinit>} and {@code <instance>} for initialiser
   * blocks.
   */
  public String name() {
    return name;
  }

  public int modifiers() {
    return modifiers;
  }

  public boolean isStatic() {
    return Modifier.isStatic(modifiers);
  }

  public boolean isAbstract() {
    return Modifier.isAbstract(modifiers);
  }

  public boolean isConstructor() {
    return constructor;
  }

  public boolean varargs() {
    return varargs;
  }

  public List<Type.Variable> typeParameters() {
    return typeParameters;
  }

  public List<Type> parameterTypes() {
    return parameterTypes;
  }

  /** Names in order; {@code arg0}… where a class file does not tell. */
  public List<String> parameterNames() {
    return parameterNames;
  }

  public List<AnnotationSymbol> parameterAnnotations(int index) {
    List<List<AnnotationSymbol>> all = parameterAnnotations.get();
    return index < all.size() ? all.get(index) : List.of();
  }

  public Type returnType() {
    return returnType;
  }

  /** The {@code throws} clause. */
  public List<Type> thrown() {
    return thrown;
  }

  @Override
  public List<AnnotationSymbol> annotations() {
    return annotations.get();
  }

  /** Null for members of class files and implicit ones. */
  public @Nullable MethodDecl declaration() {
    if (!read) {
      owner.lookInside(position());
      read = true;
    }
    return declaration;
  }

  /** Whether that very declaration is its own. */
  @SuppressWarnings("ReferenceEquality" /* not one that says the same */)
  boolean isDeclaredBy(MethodDecl other) {
    return declaration == other;
  }

  /** Whether there is a body in the sources. */
  public boolean hasBody() {
    return declaration != null && declaration.body() != null;
  }

  /** Whether its body names a variable; true where it declares a class, which may name it. */
  public boolean mayName(String variable) {
    MethodDecl declared = declaration();
    return declared != null && declared.body() != null && Nodes.mayName(declared.body(), variable);
  }

  /** The names of the variables, members and methods that its body names. */
  public Set<String> namesInside() {
    MethodDecl declared = declaration();
    Set<String> names = new TreeSet<>();
    if (declared != null && declared.body() != null) {
      NestedNodes.all(declared.body(), node -> name(node, names));
    }
    return names;
  }

  private static void name(Object node, Set<String> names) {
    if (node instanceof Expr.Name variable) {
      names.add(variable.name());
    } else if (node instanceof Expr.Select select) {
      names.add(select.name());
    } else if (node instanceof Expr.Call call) {
      names.add(call.name());
    }
  }

  public Implicit implicit() {
    return implicit;
  }

  /** The field of a {@link Implicit#GETTER}, {@link Implicit#SETTER} or {@link Implicit#WITHER}. */
  public FieldSymbol field() {
    return fields.get(0);
  }

  /** The fields that an implicit constructor sets, in the order of its parameters. */
  public List<FieldSymbol> fields() {
    return fields;
  }

  public Position position() {
    return declaration == null ? Position.NONE : declaration.position();
  }

  /**
   * {@code com.acme.OrderService#find(long,String)}: dots for nested types, parameter types erased
   * and simple.
   */
  public String signature() {
    String known = signature;
    if (known == null) {
      known = written();
      signature = known;
    }
    return known;
  }

  private String written() {
    StringBuilder text =
        new StringBuilder(owner.name().replace('$', '.')).append('#').append(name).append('(');
    for (int i = 0; i < parameterTypes.size(); i++) {
      String erased = parameterTypes.get(i).erasure();
      text.append(i == 0 ? "" : ",")
          .append(
              erased,
              Math.max(erased.lastIndexOf('.'), erased.lastIndexOf('$')) + 1,
              erased.length());
    }
    return text.append(')').toString();
  }

  @Override
  public String toString() {
    return signature();
  }
}
