package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeDecl;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the symbols of one type's members, written and implicit ones. */
final class DeclaredMembers {
  private static final int CONSTANT = Modifier.PUBLIC | Modifier.STATIC | Modifier.FINAL;

  private final Universe universe;
  private final TypeSymbol owner;
  private final TypeDecl declaration;
  private final TypeContext context;
  private final int forced;

  DeclaredMembers(Universe universe, TypeSymbol owner, TypeDecl declaration) {
    this.universe = universe;
    this.owner = owner;
    this.declaration = declaration;
    this.context = owner.context();
    this.forced = LombokMembers.isUtility(owner) ? Modifier.STATIC : 0;
  }

  List<FieldSymbol> fields() {
    List<FieldSymbol> fields = new ArrayList<>();
    for (TypeDecl.EnumConstant constant : declaration.enumConstants()) {
      fields.add(enumConstant(constant));
    }
    for (Parameter component : declaration.recordComponents()) {
      fields.add(component(component));
    }
    Set<String> components = new HashSet<>();
    declaration.recordComponents().forEach(c -> components.add(c.name()));
    for (FieldDecl field : declaration.fields()) {
      if (!components.contains(field.name())) {
        fields.add(field(field));
      }
    }
    fields.addAll(LombokMembers.loggers(owner, universe));
    return List.copyOf(fields);
  }

  private FieldSymbol enumConstant(TypeDecl.EnumConstant constant) {
    return new FieldSymbol(
        owner,
        constant.name(),
        Types.declared(owner.name()),
        CONSTANT,
        null,
        owner.isSource() ? constant : null,
        true,
        annotations(constant.annotations()),
        constant.position());
  }

  private FieldSymbol component(Parameter component) {
    return new FieldSymbol(
        owner,
        component.name(),
        context.resolve(component.type()),
        Modifier.PRIVATE | Modifier.FINAL,
        null,
        null,
        false,
        annotations(component.annotations()),
        component.position());
  }

  private FieldSymbol field(FieldDecl field) {
    return new FieldSymbol(
        owner,
        field.name(),
        context.resolve(field.type()),
        field.modifiers() | forced,
        field.initializer(),
        null,
        false,
        annotations(field.annotations()),
        field.position());
  }

  List<MethodSymbol> methods() {
    List<MethodSymbol> methods = written();
    methods.addAll(new ImplicitMembers(owner, declaration, methods).all());
    if (owner.isSource()) {
      methods.addAll(new LombokMembers(owner, methods).all());
    }
    methods.addAll(LombokBuilders.members(universe, owner, methods));
    return List.copyOf(methods);
  }

  /** Without implicit ones. */
  List<MethodSymbol> written() {
    List<MethodSymbol> methods = new ArrayList<>();
    for (MethodDecl method : declaration.methods()) {
      if (!isInitializer(method)) {
        methods.add(method(method));
      }
    }
    return methods;
  }

  List<MethodSymbol> initializers() {
    return declaration.methods().stream()
        .filter(DeclaredMembers::isInitializer)
        .map(this::method)
        .toList();
  }

  private static boolean isInitializer(MethodDecl method) {
    return method.name().equals("<clinit>") || method.name().equals("<instance>");
  }

  private MethodSymbol method(MethodDecl method) {
    TypeContext inner = context.with(method.typeParameters());
    List<Parameter> parameters = method.parameters();
    List<FieldSymbol> returned = owner.isSource() ? List.of() : returned(method);
    return new MethodSymbol(
        owner,
        method.name(),
        method.modifiers() | forced,
        !parameters.isEmpty() && parameters.get(parameters.size() - 1).varargs(),
        method.typeParameters().isEmpty() ? List.of() : inner.declaredVariables(),
        parameters.stream().map(p -> inner.resolve(p.type())).toList(),
        parameters.stream().map(Parameter::name).toList(),
        new Lazy<>(List.of(), () -> parameterAnnotations(parameters)),
        method.isConstructor() ? Types.VOID : inner.resolve(method.returnType()),
        inner.resolve(method.thrown()),
        annotations(method.annotations()),
        owner.isSource() ? method : null,
        returned.isEmpty() ? MethodSymbol.Implicit.NONE : MethodSymbol.Implicit.GETTER,
        returned);
  }

  /** The field that a method of a class file returns: other code is not read of them. */
  private List<FieldSymbol> returned(MethodDecl method) {
    return method.body() != null
            && method.body().statements().get(0) instanceof Stmt.Return end
            && end.value() instanceof Expr.Select read
        ? owner.fields().stream().filter(field -> field.name().equals(read.name())).toList()
        : List.of();
  }

  private List<List<AnnotationSymbol>> parameterAnnotations(List<Parameter> parameters) {
    return parameters.stream()
        .map(p -> universe.constants().annotations(p.annotations(), context))
        .toList();
  }

  private Lazy<List<AnnotationSymbol>> annotations(List<Annotation> annotations) {
    return new Lazy<>(List.of(), () -> universe.constants().annotations(annotations, context));
  }
}
