package io.github.errorhygiene.program;

import java.util.List;

/**
 * A method as one call sees it: the receiver's type arguments are in place, its own type parameters
 * are fresh variables.
 *
 * @param free the fresh variables
 * @param result the type of the call, before inference
 * @param thrown the throws clause, before inference
 */
record Signature(
    MethodSymbol method,
    List<Type.Variable> free,
    List<Type> parameters,
    Type result,
    List<Type> thrown) {
  /** Whether the method can take that many arguments, and how. */
  boolean takes(int arguments, boolean spread) {
    int declared = parameters.size();
    return spread ? method.varargs() && arguments >= declared - 1 : arguments == declared;
  }

  /** The type that the argument at that place must have. */
  Type parameter(int index, boolean spread) {
    int last = parameters.size() - 1;
    return spread && index >= last ? Types.element(parameters.get(last)) : parameters.get(index);
  }
}
