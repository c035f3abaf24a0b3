package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * Handlers around which something is put that nobody has read: {@code
 * router.get("/orders").handler(auth.handle(this::list))}. What it is put around runs at last, most
 * likely, or else it need not be given.
 */
final class Wrapped {
  private Wrapped() {}

  /** The call that sets a framework up, with the functions that are in such arguments. */
  static LibraryCall opened(LibraryCall call, Expr.Call node, Calls calls) {
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < call.arguments().size(); i++) {
      Value argument = call.argument(i);
      boolean open = argument.alternatives().isEmpty() && i < node.arguments().size();
      arguments.add(open ? argument.join(inside(node.arguments().get(i), calls)) : argument);
    }
    return call.with(arguments);
  }

  private static Value inside(Expr argument, Calls calls) {
    if (!(argument instanceof Expr.Call wrapper)) {
      return Value.NOTHING;
    }
    List<Expr> functions = wrapper.arguments().stream().filter(Wrapped::isFunction).toList();
    return calls.evalAll(functions).stream().reduce(Value.NOTHING, Value::join);
  }

  private static boolean isFunction(Expr argument) {
    return argument instanceof Expr.Lambda || argument instanceof Expr.MethodRef;
  }
}
