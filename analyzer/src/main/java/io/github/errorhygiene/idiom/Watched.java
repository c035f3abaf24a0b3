package io.github.errorhygiene.idiom;

import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.Nodes;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Indices that the code compares with something, or computes from such ones: {@code while (at >= 0)
 * at = text.indexOf(part, at + 1)}. Whether they are in range is not followed, so nothing is
 * claimed of them.
 */
public final class Watched {
  private static final Set<String> COMPARING = Set.of("<", "<=", ">", ">=", "==", "!=");

  private final Body body;
  private final Set<LocalSymbol> compared = new HashSet<>();

  private Watched(Body body) {
    this.body = body;
  }

  /** Whether each index has a variable that is compared, and there is one at all. */
  public static boolean areAll(List<Expr> indices, Body body) {
    boolean named = indices.stream().anyMatch(index -> !numbers(index, body).isEmpty());
    if (!named) {
      return false;
    }
    Watched watched = new Watched(body);
    body.expressions().forEach(watched::compare);
    return indices.stream().allMatch(watched::isWatched);
  }

  private void compare(Expr expression) {
    if (expression instanceof Expr.Binary binary && COMPARING.contains(binary.operator())) {
      compared.addAll(numbers(binary.left(), body));
      compared.addAll(numbers(binary.right(), body));
    }
  }

  /** A constant, or what has such a variable, or was set from what has one. */
  private boolean isWatched(Expr index) {
    Set<LocalSymbol> named = numbers(index, body);
    if (named.isEmpty()) {
      return index instanceof Expr.Literal;
    }
    boolean grows = true;
    while (grows && named.stream().noneMatch(compared::contains)) {
      grows = sources(named);
    }
    return named.stream().anyMatch(compared::contains);
  }

  /** Adds what the variables are set from; whether there was anything new. */
  private boolean sources(Set<LocalSymbol> named) {
    Set<LocalSymbol> more = new HashSet<>();
    for (Expr expression : body.expressions()) {
      if (expression instanceof Expr.Assign set
          && body.symbolOf(set.target()) instanceof LocalSymbol variable
          && named.contains(variable)) {
        more.addAll(numbers(set.value(), body));
      }
    }
    for (Object declaration : body.declarations()) {
      if (declaration instanceof Stmt.Local local
          && local.initializer() != null
          && named.contains(body.variable(local))) {
        more.addAll(numbers(local.initializer(), body));
      }
    }
    return named.addAll(more);
  }

  /** The variables of primitive types in an expression. */
  private static Set<LocalSymbol> numbers(Expr expression, Body body) {
    Set<LocalSymbol> named = new HashSet<>();
    Nodes.visit(
        expression,
        node -> {
          if (node instanceof Expr.Name name
              && body.symbolOf(name) instanceof LocalSymbol variable
              && variable.type() instanceof Type.Primitive) {
            named.add(variable);
          }
        });
    return named;
  }
}
