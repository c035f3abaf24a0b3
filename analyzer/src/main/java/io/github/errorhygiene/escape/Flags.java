package io.github.errorhygiene.escape;

import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Nodes;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Fields that note what the program has done: {@code boolean executed}, set by constants alone.
 * They depend on no request, even in an object that was made for one.
 */
final class Flags {
  private final Engine engine;
  private final Map<FieldSymbol, Boolean> known = new HashMap<>();

  Flags(Engine engine) {
    this.engine = engine;
  }

  /** Whether the program alone decides what is in the field of an object. */
  boolean isFlag(FieldSymbol field) {
    if (field.isStatic() || isOpen(field) || !isPlain(field)) {
      return false;
    }
    return known.computeIfAbsent(field, this::isSetByConstants);
  }

  /** Others than the classes beside its own may set it. */
  private static boolean isOpen(FieldSymbol field) {
    return Modifier.isPublic(field.modifiers()) || Modifier.isProtected(field.modifiers());
  }

  /** A primitive of a class of the sources, for which nobody else writes a setter. */
  private static boolean isPlain(FieldSymbol field) {
    TypeSymbol owner = field.owner();
    return owner.isSource()
        && owner.unit() != null
        && owner.kind() == TypeDecl.Kind.CLASS
        && field.type() instanceof Type.Primitive
        && owner.annotations().isEmpty()
        && field.annotations().isEmpty();
  }

  private boolean isSetByConstants(FieldSymbol field) {
    List<Expr> set = new ArrayList<>();
    Unit own = Objects.requireNonNull(field.owner().unit());
    own.types().forEach(type -> assigned(type, target -> isNamed(target, field.name()), set));
    if (!Modifier.isPrivate(field.modifiers())) {
      for (Unit beside : beside(own)) {
        beside.types().forEach(type -> assigned(type, to -> isOfOther(to, field.name()), set));
      }
    }
    return !set.isEmpty() && set.stream().allMatch(Expr.Literal.class::isInstance);
  }

  /** The other units of the package. */
  private Set<Unit> beside(Unit own) {
    Set<Unit> beside = new LinkedHashSet<>();
    for (TypeSymbol type : engine.program().sourceTypes()) {
      @Nullable Unit unit = type.unit();
      if (unit != null
          && !unit.path().equals(own.path())
          && unit.packageName().equals(own.packageName())) {
        beside.add(unit);
      }
    }
    return beside;
  }

  private void assigned(TypeDecl type, Predicate<Expr> target, List<Expr> set) {
    TypeSymbol symbol = engine.program().type(type.name());
    for (MethodSymbol method : symbol == null ? List.<MethodSymbol>of() : symbol.methods()) {
      MethodDecl declared = method.declaration();
      if (declared != null && declared.body() != null) {
        Nodes.visit(
            declared.body(),
            node -> {
              if (node instanceof Expr.Assign assign && target.test(assign.target())) {
                set.add(assign.operator().equals("=") ? assign.value() : assign);
              }
            });
      }
    }
    type.types().forEach(inside -> assigned(inside, target, set));
  }

  private static boolean isNamed(Expr target, String name) {
    return target instanceof Expr.Name own
        ? own.name().equals(name)
        : target instanceof Expr.Select member && member.name().equals(name);
  }

  /** A member of something else than the object whose method sets it. */
  private static boolean isOfOther(Expr target, String name) {
    return target instanceof Expr.Select member
        && !(member.target() instanceof Expr.This)
        && member.name().equals(name);
  }
}
