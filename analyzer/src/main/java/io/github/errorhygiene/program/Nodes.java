package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The statements and expressions that a body is made of. */
public final class Nodes {
  private Nodes() {}

  /**
   * Calls {@code found} with a statement or expression and all that are in it, those of lambdas
   * included and those of classes left out, in no particular order.
   */
  public static void visit(Object root, Consumer<Object> found) {
    NestedNodes.all(root, found);
  }

  /** Whether a variable is named in it; true where it declares a class, which may name it. */
  public static boolean mayName(Object root, String variable) {
    List<Object> named = new ArrayList<>();
    visit(
        root,
        node -> {
          boolean names = node instanceof Expr.Name name && name.name().equals(variable);
          if (names || NestedNodes.declares(node)) {
            named.add(node);
          }
        });
    return !named.isEmpty();
  }
}
