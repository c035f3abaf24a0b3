package io.github.errorhygiene.program;

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
}
