package io.github.errorhygiene.idiom;

import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Nodes;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a catch clause takes, in groups that it tells apart: {@code status = e instanceof NotFound ?
 * 404 : 500}, {@code status(e.getStatus())}, {@code handlers.get(e.getClass())}. Run for all at
 * once it would be lost which exception has which status.
 */
public final class Kinds {
  /** Most groups; of more than that a clause is run for all of them together. */
  private static final int MOST = 32;

  /** How many methods deep it is asked what they do with the exception that they are given. */
  private static final int DEEPEST = 3;

  /** Of a class: what is written to a log, or into the text of an answer. */
  private static final Set<String> NAMES =
      Set.of("getName", "getSimpleName", "getCanonicalName", "getTypeName", "toString");

  private final Program program;

  public Kinds(Program program) {
    this.program = program;
  }

  /** The groups, in the order of their types; one if the clause does not tell them apart. */
  public List<List<Escape>> of(Stmt.Catch clause, List<Escape> taken, Body body) {
    Map<String, List<Escape>> kinds = new TreeMap<>();
    for (Escape escape : taken) {
      kinds.computeIfAbsent(kind(escape), kind -> new ArrayList<>()).add(escape);
    }
    boolean apart = kinds.size() > 1 && kinds.size() <= MOST && tellsApart(clause, body);
    return apart ? List.copyOf(kinds.values()) : List.of(taken);
  }

  /** Whether what the clause does is not the same for all that it takes. */
  public boolean tellsApart(Stmt.Catch clause, Body body) {
    return tellsApart(clause.body(), body.variable(clause), body, 0);
  }

  private static String kind(Escape escape) {
    Escape inner = escape.inner();
    return inner == null ? escape.type() : escape.type() + " of " + inner.type();
  }

  private boolean tellsApart(Object code, LocalSymbol exception, Body body, int depth) {
    int[] asked = {0};
    Nodes.visit(
        code,
        node -> {
          if (isName(node, exception, body)) {
            asked[0]--;
          } else if (asks(node, exception, body, depth)) {
            asked[0]++;
          }
        });
    return asked[0] > 0;
  }

  /** The name of the class, which is no question for the class. */
  private static boolean isName(Object node, LocalSymbol exception, Body body) {
    return node instanceof Expr.Call name
        && NAMES.contains(name.name())
        && name.receiver() instanceof Expr.Call type
        && type.name().equals("getClass")
        && isAsked(type, exception, body);
  }

  private boolean asks(Object node, LocalSymbol exception, Body body, int depth) {
    if (node instanceof Expr.InstanceOf test) {
      return isOf(test.operand(), exception, body);
    }
    if (node instanceof Stmt.Switch choice) {
      return isOf(choice.selector(), exception, body);
    }
    return node instanceof Expr.Call call
        && (isAsked(call, exception, body) || isGiven(call, exception, body, depth));
  }

  /** For its class, or for what only exceptions of the program's own can tell. */
  private static boolean isAsked(Expr.Call call, LocalSymbol exception, Body body) {
    if (call.receiver() == null || !isOf(call.receiver(), exception, body)) {
      return false;
    }
    @Nullable MethodSymbol method = body.methodOf(call);
    return call.name().equals("getClass") || (method != null && method.owner().isSource());
  }

  /** A method of the program's is given the exception, and tells apart what it is. */
  private boolean isGiven(Expr.Call call, LocalSymbol exception, Body body, int depth) {
    @Nullable MethodSymbol method = depth < DEEPEST ? body.methodOf(call) : null;
    @Nullable MethodDecl declared = method == null ? null : method.declaration();
    if (method == null || declared == null || declared.body() == null) {
      return false;
    }
    int count = Math.min(call.arguments().size(), declared.parameters().size());
    for (int i = 0; i < count; i++) {
      Expr argument = call.arguments().get(i);
      boolean given = argument instanceof Expr.Name && exception.equals(body.symbolOf(argument));
      if (given && tellsApart(method, declared, declared.parameters().get(i), depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean tellsApart(
      MethodSymbol method, MethodDecl declared, Parameter parameter, int depth) {
    Stmt.@Nullable Block code = declared.body();
    Body body = program.body(method);
    return code != null && tellsApart(code, body.variable(parameter), body, depth);
  }

  /** The exception, or something that it is asked for: its cause. */
  private static boolean isOf(Expr operand, LocalSymbol exception, Body body) {
    if (operand instanceof Expr.Call call && call.receiver() != null) {
      return isOf(call.receiver(), exception, body);
    }
    if (operand instanceof Expr.Cast cast) {
      return isOf(cast.operand(), exception, body);
    }
    return operand instanceof Expr.Name && exception.equals(body.symbolOf(operand));
  }
}
