package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Path;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.idiom.Getters;
import io.github.errorhygiene.library.Lookup;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Symbol;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys for what can be refined by a test: variables, and chains of fields and calls from them. */
final class Paths {
  private Paths() {}

  /** The key of an expression; null if it is not such a chain. */
  static @Nullable Object key(Expr expr, Body body) {
    if (expr instanceof Expr.Name name) {
      return ofSymbol(body.symbolOf(name));
    }
    if (expr instanceof Expr.This self && self.qualifier() == null) {
      return State.SELF;
    }
    if (expr instanceof Expr.Select select) {
      return below(key(select.target(), body), "." + select.name(), List.of(), "");
    }
    if (expr instanceof Expr.Call call) {
      return ofCall(call, body);
    }
    if (expr instanceof Expr.Assign assign) {
      return key(assign.target(), body);
    }
    if (expr instanceof Expr.Cast cast) {
      return key(cast.operand(), body);
    }
    return null;
  }

  /** {@code this.field}. */
  static boolean isOfThis(Expr expr) {
    return expr instanceof Expr.Select select
        && select.target() instanceof Expr.This self
        && self.qualifier() == null;
  }

  private static @Nullable Object ofSymbol(@Nullable Symbol symbol) {
    if (symbol instanceof LocalSymbol local) {
      return local;
    }
    return symbol instanceof FieldSymbol field
        ? new Path(State.SELF, "." + field.name(), List.of(), "")
        : null;
  }

  private static @Nullable Object ofCall(Expr.Call call, Body body) {
    return body.kept(call, () -> find(call, body));
  }

  private static @Nullable Object find(Expr.Call call, Body body) {
    @Nullable MethodSymbol called = body.methodOf(call);
    @Nullable String field = called == null ? null : Getters.field(called);
    if (field != null) {
      Expr owner = call.receiver();
      Object holder = owner == null ? State.SELF : key(owner, body);
      return below(holder, "." + field, List.of(), "");
    }
    List<Object> arguments = new ArrayList<>();
    for (Expr argument : call.arguments()) {
      @Nullable Object key = argument(argument, body);
      if (key == null) {
        return null;
      }
      arguments.add(key);
    }
    Expr receiver = call.receiver();
    @Nullable MethodSymbol method = body.methodOf(call);
    @Nullable Object target =
        method != null && method.isStatic()
            ? method.owner().name()
            : receiver == null ? State.SELF : key(receiver, body);
    return below(target, step(call), arguments, arguments.isEmpty() ? "" : lookup(call, body));
  }

  private static String step(Expr.Call call) {
    return "." + call.name() + "()";
  }

  /** The key of an argument, or what it is if that is fixed, or put together of such. */
  static @Nullable Object argument(Expr argument, Body body) {
    if (argument instanceof Expr.Binary sum && sum.operator().equals("+")) {
      @Nullable Object right = argument(sum.right(), body);
      return right == null ? null : below(argument(sum.left(), body), "+", List.of(right), "");
    }
    if (argument instanceof Expr.Literal literal) {
      return new Known.Constant(literal.value());
    }
    @Nullable Symbol symbol =
        argument instanceof Expr.Name || argument instanceof Expr.Select
            ? body.symbolOf(argument)
            : null;
    return symbol instanceof FieldSymbol field && field.isStatic()
        ? new Known.EnumConstant(field.owner().name(), field.name())
        : key(argument, body);
  }

  /** The name of the lookup that a call may be; empty if it is none. */
  static String lookup(Expr.Call call, Body body) {
    Expr receiver = call.receiver();
    String inTable = receiver == null ? "" : inTable(receiver, call.name(), body);
    if (!inTable.isEmpty()) {
      return inTable;
    }
    @Nullable MethodSymbol method = body.methodOf(call);
    boolean named = receiver != null && body.symbolOf(receiver) instanceof TypeSymbol;
    String owner =
        receiver != null && !named
            ? body.typeOf(receiver).erasure()
            : method == null ? "" : method.owner().name();
    return Lookup.named(owner, call.name());
  }

  /** The name of a look into a map that a field holds; empty if it is none. */
  static String inTable(Expr map, String method, Body body) {
    return body.symbolOf(map) instanceof FieldSymbol field && isTable(field)
        ? Lookup.inTable(field.owner().name() + "." + field.name(), method)
        : "";
  }

  /** A map that an object of the program's own keeps. */
  private static boolean isTable(FieldSymbol field) {
    String type = field.type().erasure();
    return field.owner().isSource() && type.startsWith("java.util.") && type.endsWith("Map");
  }

  /** The key of what a map, collection or repository is known to contain. */
  static Path contents(Object key) {
    return new Path(key, ".?", List.of(), "");
  }

  /** The key of whether a map contains one key. */
  static Path contents(Object map, Object key) {
    return new Path(map, ".?", List.of(key), "");
  }

  static @Nullable Path below(
      @Nullable Object key, String step, List<Object> arguments, String lookup) {
    return key == null ? null : new Path(key, step, arguments, lookup);
  }
}
