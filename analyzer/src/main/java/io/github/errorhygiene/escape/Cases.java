package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.EnumConstant;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.Symbol;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Which cases of a switch can be chosen for a selector. */
final class Cases {
  private final Engine engine;
  private final Body body;
  private final Stmt.Switch choice;
  private final Value selector;
  private final Function<Expr, Value> labels;
  private final boolean allNamed;

  /**
   * @param labels what labels that are constants of the program's own stand for
   */
  Cases(
      Engine engine, Body body, Stmt.Switch choice, Value selector, Function<Expr, Value> labels) {
    this.engine = engine;
    this.body = body;
    this.choice = choice;
    this.selector = selector;
    this.labels = labels;
    this.allNamed = namesAll();
  }

  Value selector() {
    return selector;
  }

  /** Whether one of the cases is taken for sure. */
  boolean areExhaustive() {
    return allNamed || hasDefault() || allTaken();
  }

  private boolean hasDefault() {
    return choice.cases().stream().anyMatch(Stmt.Case::isDefault);
  }

  /** All constants of the selector's enum have a case. */
  private boolean namesAll() {
    TypeSymbol type = engine.program().type(body.typeOf(choice.selector()).erasure());
    if (type == null) {
      return false;
    }
    Set<String> missing = new TreeSet<>();
    type.fields().stream()
        .filter(FieldSymbol::isEnumConstant)
        .forEach(constant -> missing.add(constant.name()));
    boolean isEnum = !missing.isEmpty();
    for (Stmt.Case branch : choice.cases()) {
      branch.labels().forEach(label -> missing.remove(name(label)));
    }
    return isEnum && missing.isEmpty();
  }

  /** All that the selector is known to be has a case. */
  private boolean allTaken() {
    return selector.isEnumerated()
        && !selector.isNothing()
        && selector.alternatives().stream().allMatch(this::isTaken);
  }

  private boolean isTaken(Known known) {
    for (Stmt.Case branch : choice.cases()) {
      for (Expr label : branch.labels()) {
        if (isThat(label, known) == Certainty.YES) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether it may be chosen for something that is not null. */
  boolean isPossible(Stmt.Case branch) {
    boolean others = branch.isDefault() || !branch.patterns().isEmpty();
    if (!others && branch.labels().stream().allMatch(Conditions::isNull)) {
      return false;
    }
    if (branch.isDefault() && (allTaken() || allNamed)) {
      return isNamed(branch);
    }
    if (others || !selector.isEnumerated()) {
      return true;
    }
    return isNamed(branch);
  }

  private boolean isNamed(Stmt.Case branch) {
    if (!selector.isEnumerated()) {
      return !branch.labels().stream().allMatch(Conditions::isNull);
    }
    for (Expr label : branch.labels()) {
      for (Known known : selector.alternatives()) {
        if (isThat(label, known) != Certainty.NO) {
          return true;
        }
      }
    }
    return false;
  }

  private Certainty isThat(Expr label, Known known) {
    if (Conditions.isNull(label)) {
      return of(known.equals(Known.Constant.NULL));
    }
    if (known instanceof Known.Constant constant) {
      Object value =
          label instanceof Expr.Literal literal ? literal.value() : labels.apply(label).constant();
      return value == null ? Certainty.UNKNOWN : of(Objects.equals(constant.value(), value));
    }
    if (known instanceof EnumConstant constant) {
      return of(constant.name().equals(name(label)));
    }
    return Certainty.UNKNOWN;
  }

  private static Certainty of(boolean same) {
    return same ? Certainty.YES : Certainty.NO;
  }

  private String name(Expr label) {
    Symbol symbol = body.symbolOf(label);
    if (symbol instanceof FieldSymbol field) {
      return field.name();
    }
    return label instanceof Expr.Name name
        ? name.name()
        : label instanceof Expr.Select select ? select.name() : "";
  }
}
