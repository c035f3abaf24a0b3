package io.github.errorhygiene.escape;

import io.github.errorhygiene.escape.Known.EnumConstant;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.Symbol;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.Objects;

/** Whether a case of a switch can be chosen for a selector. */
final class Cases {
  /** How a case matches. */
  enum Match {
    NEVER,
    MAYBE,
    ALWAYS
  }

  private Cases() {}

  static Match match(Stmt.Case branch, Value selector, Body body) {
    if (!selector.isEnumerated()
        || branch.isDefault()
        || !branch.patterns().isEmpty()
        || branch.labels().isEmpty()) {
      return Match.MAYBE;
    }
    boolean possible = false;
    for (Expr label : branch.labels()) {
      for (Known known : selector.alternatives()) {
        possible |= mayBe(label, known, body);
      }
    }
    if (!possible) {
      return Match.NEVER;
    }
    return selector.alternatives().size() == 1 ? Match.ALWAYS : Match.MAYBE;
  }

  private static boolean mayBe(Expr label, Known known, Body body) {
    if (known instanceof Known.Constant constant && label instanceof Expr.Literal literal) {
      return Objects.equals(constant.value(), literal.value());
    }
    if (known instanceof EnumConstant constant) {
      return constant.name().equals(name(label, body));
    }
    return true;
  }

  private static String name(Expr label, Body body) {
    Symbol symbol = body.symbolOf(label);
    if (symbol instanceof FieldSymbol field) {
      return field.name();
    }
    return label instanceof Expr.Name name
        ? name.name()
        : label instanceof Expr.Select select ? select.name() : "";
  }
}
