package io.github.errorhygiene.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ComponentPatternExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Pattern;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Switches and patterns. */
final class Switches {
  private final Lowering lowering;

  Switches(Lowering lowering) {
    this.lowering = lowering;
  }

  Stmt.Switch statement(SwitchStmt s) {
    return lower(s.getSelector(), s.getEntries(), false, Places.of(s));
  }

  Expr.SwitchExpr expression(SwitchExpr e) {
    Position position = Places.of(e);
    return new Expr.SwitchExpr(lower(e.getSelector(), e.getEntries(), true, position), position);
  }

  private Stmt.Switch lower(
      Expression selector, NodeList<SwitchEntry> entries, boolean isExpression, Position position) {
    Expr value = lowering.expressions.of(selector);
    List<Stmt.Case> cases = new ArrayList<>(entries.size());
    for (SwitchEntry entry : entries) {
      cases.add(oneCase(entry, isExpression));
    }
    return new Stmt.Switch(value, cases, position);
  }

  private Stmt.Case oneCase(SwitchEntry entry, boolean isExpression) {
    List<Expr> labels = new ArrayList<>();
    List<Pattern> patterns = new ArrayList<>();
    for (Expression label : entry.getLabels()) {
      if (label instanceof ComponentPatternExpr component) {
        patterns.add(pattern(component));
      } else {
        labels.add(lowering.expressions.of(label));
      }
    }
    Expr guard = lowering.expressions.orNull(entry.getGuard());
    boolean isDefault = entry.isDefault() || entry.getLabels().isEmpty();
    boolean arrow = entry.getType() != SwitchEntry.Type.STATEMENT_GROUP;
    List<Stmt> body = body(entry, isExpression);
    return new Stmt.Case(labels, patterns, isDefault, guard, body, arrow, Places.of(entry));
  }

  private List<Stmt> body(SwitchEntry entry, boolean isExpression) {
    boolean yields = isExpression && entry.getType() == SwitchEntry.Type.EXPRESSION;
    if (!yields || !(entry.getStatement(0) instanceof ExpressionStmt)) {
      return lowering.statements.all(entry.getStatements());
    }
    Expression value = ((ExpressionStmt) entry.getStatement(0)).getExpression();
    return List.of(
        new Stmt.Jump(
            Stmt.Jump.Kind.YIELD, null, lowering.expressions.of(value), Places.of(value)));
  }

  /** A pattern; the unnamed pattern {@code _} is {@code var} without a name. */
  Pattern pattern(ComponentPatternExpr pattern) {
    Position position = Places.of(pattern);
    if (pattern instanceof RecordPatternExpr ofRecord) {
      List<Pattern> components = ofRecord.getPatternList().stream().map(this::pattern).toList();
      return new Pattern.OfRecord(lowering.references.of(ofRecord.getType()), components, position);
    }
    if (pattern instanceof TypePatternExpr ofType) {
      return new Pattern.OfType(
          lowering.references.of(ofType.getType()), binding(ofType), position);
    }
    return new Pattern.OfType(TypeRef.VAR, null, position);
  }

  private static @Nullable String binding(TypePatternExpr pattern) {
    String name = pattern.getNameAsString();
    return name.equals("_") ? null : name;
  }
}
