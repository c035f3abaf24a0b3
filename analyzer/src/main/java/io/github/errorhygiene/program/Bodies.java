package io.github.errorhygiene.program;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Stmt;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes bodies on demand, once each; a body around a local type before the bodies in it. */
final class Bodies {
  private static final List<FieldDecl> NONE = List.of();

  private final Universe universe;
  private final Captures captures = new Captures();
  private final Map<Object, Body> bodies = new IdentityHashMap<>();

  Bodies(Universe universe) {
    this.universe = universe;
  }

  @CanIgnoreReturnValue
  Body of(MethodSymbol method) {
    Body known = bodies.get(method);
    return known != null ? known : keep(method, attribute(method));
  }

  @CanIgnoreReturnValue
  Body of(FieldSymbol field) {
    Body known = bodies.get(field);
    return known != null ? known : keep(field, attribute(field));
  }

  private Body keep(Object owner, Body body) {
    bodies.put(owner, body);
    return body;
  }

  private Body attribute(MethodSymbol method) {
    MethodDecl declaration = method.declaration();
    if (declaration == null) {
      return new Body();
    }
    TypeContext context =
        method
            .owner()
            .context()
            .with(declaration.typeParameters())
            .within(universe.sources().localTypes(declaration));
    Attribution attribution = new Attribution(universe, captures, context, scope(method.owner()));
    for (int i = 0; i < declaration.parameters().size(); i++) {
      Parameter parameter = declaration.parameters().get(i);
      LocalSymbol variable =
          new LocalSymbol(
              parameter.name(),
              method.parameterTypes().get(i),
              parameter.position(),
              parameter.annotations());
      attribution.body().putVariable(parameter, variable);
      attribution.declare(variable);
    }
    Stmt.@Nullable Block body = declaration.body();
    if (body != null) {
      Results results = new Results(method.returnType());
      attribution.returningTo(results, () -> attribution.statements().run(body));
    }
    return attribution.body();
  }

  private Body attribute(FieldSymbol field) {
    Object owner = declaration(field);
    if (owner == null) {
      return new Body();
    }
    TypeContext context = field.owner().context().within(universe.sources().localTypes(owner));
    Attribution attribution = new Attribution(universe, captures, context, scope(field.owner()));
    if (field.enumConstant() != null) {
      attribution.calls().enumConstant(field.enumConstant(), field.owner());
    } else if (field.initializer() != null) {
      attribution.type(field.initializer(), field.type());
    }
    return attribution.body();
  }

  private static @Nullable Object declaration(FieldSymbol field) {
    if (field.enumConstant() != null) {
      return field.enumConstant();
    }
    TypeSymbol owner = field.owner();
    for (FieldDecl declared : owner.isSource() ? owner.described().fields() : NONE) {
      if (declared.name().equals(field.name())) {
        return declared;
      }
    }
    return null;
  }

  /** What is visible at the start of a member's body. */
  private Scope scope(TypeSymbol type) {
    SourceType source = type.source();
    TypeSymbol enclosing = type.enclosing();
    if (enclosing == null || source == null) {
      return Scope.of(type);
    }
    if (source.owner() == null) {
      return scope(enclosing).within(type);
    }
    attributeAround(source.owner(), enclosing);
    Scope captured = captures.find(type.name());
    return (captured == null ? scope(enclosing) : captured).within(type);
  }

  @SuppressWarnings(
      "ReferenceEquality" /* the declaration at that place, not one that says the same */)
  private void attributeAround(Object owner, TypeSymbol enclosing) {
    if (owner instanceof MethodDecl declaration) {
      enclosing.methods().stream().filter(m -> m.isDeclaredBy(declaration)).forEach(this::of);
      enclosing.initializers().stream().filter(m -> m.isDeclaredBy(declaration)).forEach(this::of);
    } else {
      enclosing.fields().stream().filter(f -> declaration(f) == owner).forEach(this::of);
    }
  }
}
