package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.TypeDecl;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** The members that the language itself adds to a type (JLS 8.8.9, 8.9.3, 8.10.3, 8.10.4). */
final class ImplicitMembers {
  private static final int STATIC = Modifier.PUBLIC | Modifier.STATIC;

  private final TypeSymbol owner;
  private final TypeDecl declaration;
  private final List<MethodSymbol> written;
  private final List<MethodSymbol> added = new ArrayList<>();

  ImplicitMembers(TypeSymbol owner, TypeDecl declaration, List<MethodSymbol> written) {
    this.owner = owner;
    this.declaration = declaration;
    this.written = written;
  }

  List<MethodSymbol> all() {
    switch (declaration.kind()) {
      case ENUM -> addEnumMembers();
      case RECORD -> addRecordMembers();
      case CLASS -> addDefaultConstructor();
      default -> {
        // interfaces have no implicit members of their own
      }
    }
    return added;
  }

  private void addEnumMembers() {
    Type self = Types.declared(owner.name());
    if (!isWritten("values", 0)) {
      addMethod("values", STATIC, new Type.Array(self), List.of());
    }
    if (!isWritten("valueOf", 1)) {
      addMethod("valueOf", STATIC, self, List.of(new MethodSymbol.Parameter("name", Types.STRING)));
    }
    if (owner.isSource()) {
      addDefaultConstructor();
    }
  }

  private void addMethod(
      String name, int modifiers, Type type, List<MethodSymbol.Parameter> parameters) {
    added.add(
        MethodSymbol.implicit(
            owner, name, modifiers, MethodSymbol.Implicit.OTHER, type, parameters, List.of()));
  }

  private void addRecordMembers() {
    List<FieldSymbol> components = owner.fields().stream().filter(this::isComponent).toList();
    for (FieldSymbol component : components) {
      if (!isWritten(component.name(), 0)) {
        added.add(
            MethodSymbol.implicit(
                owner,
                component.name(),
                Modifier.PUBLIC,
                MethodSymbol.Implicit.GETTER,
                component.type(),
                List.of(),
                List.of(component)));
      }
    }
    List<Type> types = components.stream().map(FieldSymbol::type).toList();
    if (owner.isSource() && !hasConstructor(types)) {
      added.add(constructor(owner, components));
    }
  }

  private boolean isComponent(FieldSymbol field) {
    return declaration.recordComponents().stream().anyMatch(c -> c.name().equals(field.name()));
  }

  private boolean hasConstructor(List<Type> parameters) {
    List<String> erased = parameters.stream().map(Type::erasure).toList();
    return written.stream()
        .anyMatch(
            m ->
                m.isConstructor()
                    && m.parameterTypes().stream().map(Type::erasure).toList().equals(erased));
  }

  private void addDefaultConstructor() {
    if (!owner.isSource() || written.stream().anyMatch(MethodSymbol::isConstructor)) {
      return;
    }
    if (!LombokMembers.makesConstructor(owner)) {
      added.add(constructor(owner, List.of()));
    }
  }

  static MethodSymbol constructor(TypeSymbol owner, List<FieldSymbol> fields) {
    return MethodSymbol.implicit(
        owner,
        "<init>",
        Modifier.PUBLIC,
        MethodSymbol.Implicit.CONSTRUCTOR,
        Types.VOID,
        fields.stream().map(MethodSymbol.Parameter::of).toList(),
        fields);
  }

  private boolean isWritten(String name, int parameters) {
    return written.stream()
        .anyMatch(m -> m.name().equals(name) && m.parameterTypes().size() == parameters);
  }
}
