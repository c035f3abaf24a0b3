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
import java.util.List;
import java.util.Map;

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
    if (field.isStatic() || !Modifier.isPrivate(field.modifiers()) || !isPlain(field)) {
      return false;
    }
    return known.computeIfAbsent(field, this::isSetByConstants);
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
    Unit unit = field.owner().unit();
    for (TypeDecl type : unit == null ? List.<TypeDecl>of() : unit.types()) {
      assigned(type, field.name(), set);
    }
    return !set.isEmpty() && set.stream().allMatch(Expr.Literal.class::isInstance);
  }

  private void assigned(TypeDecl type, String name, List<Expr> set) {
    TypeSymbol symbol = engine.program().type(type.name());
    for (MethodSymbol method : symbol == null ? List.<MethodSymbol>of() : symbol.methods()) {
      MethodDecl declared = method.declaration();
      if (declared != null && declared.body() != null) {
        Nodes.visit(
            declared.body(),
            node -> {
              if (node instanceof Expr.Assign assign && isNamed(assign.target(), name)) {
                set.add(assign.operator().equals("=") ? assign.value() : assign);
              }
            });
      }
    }
    type.types().forEach(inside -> assigned(inside, name, set));
  }

  private static boolean isNamed(Expr target, String name) {
    return target instanceof Expr.Name own
        ? own.name().equals(name)
        : target instanceof Expr.Select member && member.name().equals(name);
  }
}
