package io.github.errorhygiene.program;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works out the facts of one body: shared state of the parts that do it, and their ways to each
 * other.
 */
final class Attribution {
  /** Nesting beyond this is left unresolved rather than overflow the stack; chains do not nest. */
  private static final int MAX_DEPTH = 100;

  private final Universe universe;
  private final Captures captures;
  private final Body body = new Body();
  private final Bindings bindings = new Bindings();
  private final TypeContext context;
  private final Expressions expressions;
  private final Statements statements;
  private final Names names;
  private final Calls calls;
  private final Patterns patterns;
  private Scope scope;
  private @Nullable Results results;
  private int depth;

  Attribution(Universe universe, Captures captures, TypeContext context, Scope scope) {
    this.universe = universe;
    this.captures = captures;
    this.context = context;
    this.scope = scope;
    this.expressions = new Expressions(this);
    this.statements = new Statements(this);
    this.names = new Names(this);
    this.calls = new Calls(this);
    this.patterns = new Patterns(this);
  }

  Universe universe() {
    return universe;
  }

  Typing typing() {
    return universe.typing();
  }

  Members members() {
    return universe.members();
  }

  Captures captures() {
    return captures;
  }

  Body body() {
    return body;
  }

  Bindings bindings() {
    return bindings;
  }

  Statements statements() {
    return statements;
  }

  Names names() {
    return names;
  }

  Calls calls() {
    return calls;
  }

  Patterns patterns() {
    return patterns;
  }

  TypeContext context() {
    return context;
  }

  Type resolve(TypeRef reference) {
    return context.resolve(reference);
  }

  Scope scope() {
    return scope;
  }

  void declare(LocalSymbol variable) {
    scope = scope.with(variable);
  }

  void declare(List<LocalSymbol> variables) {
    scope = scope.with(variables);
  }

  /** Forgets what has been declared since. */
  void leave(Scope outside) {
    scope = outside;
  }

  /** Does something in another scope and comes back. */
  @CanIgnoreReturnValue
  <T> T in(Scope inner, Supplier<T> work) {
    Scope saved = scope;
    scope = inner;
    try {
      return work.get();
    } finally {
      scope = saved;
    }
  }

  /** What the statements at hand return to; null in initialisers. */
  @Nullable Results results() {
    return results;
  }

  /** Does something whose {@code return}s go elsewhere. */
  @CanIgnoreReturnValue
  <T> T returningTo(@Nullable Results inner, Supplier<T> work) {
    Results saved = results;
    results = inner;
    try {
      return work.get();
    } finally {
      results = saved;
    }
  }

  /** The type of an expression in a place that expects {@code target}. */
  @CanIgnoreReturnValue
  Type type(Expr expression, Type target) {
    Operand operand = prepare(expression);
    return nested(
        expression.position(),
        () -> operand.finish(target),
        () -> body.put(expression, Types.UNKNOWN));
  }

  /** The type of an expression in a place that expects nothing in particular. */
  @CanIgnoreReturnValue
  Type type(Expr expression) {
    return type(expression, Types.UNKNOWN);
  }

  /**
   * An expression whose place is not known yet. Each expression is prepared once; a second time
   * gives its type.
   */
  Operand prepare(Expr expression) {
    Type known = body.known(expression);
    if (known != null) {
      return new Operand.Known(known);
    }
    typeReceivers(expression);
    return nested(
        expression.position(),
        () -> expression.accept(expressions),
        () -> new Operand.Known(body.put(expression, Types.UNKNOWN)));
  }

  /** Does something one level deeper, unless that is too deep. */
  <T> T nested(Position position, Supplier<T> work, Supplier<T> otherwise) {
    if (depth > MAX_DEPTH) {
      body.unresolved(position, "", "nested too deeply");
      return otherwise.get();
    }
    depth++;
    try {
      return work.get();
    } finally {
      depth--;
    }
  }

  /** Long fluent chains nest to the left: they are typed from the innermost receiver outwards. */
  private void typeReceivers(Expr expression) {
    Deque<Expr> chain = new ArrayDeque<>();
    Expr receiver = receiver(expression);
    while (receiver != null && body.known(receiver) == null) {
      if (receiver instanceof Expr.Call) {
        chain.push(receiver);
      }
      receiver = receiver(receiver);
    }
    for (Expr inner : chain) {
      expressionType(inner);
    }
  }

  private void expressionType(Expr inner) {
    if (body.known(inner) == null) {
      body.put(inner, inner.accept(expressions).finish(Types.UNKNOWN));
    }
  }

  private static @Nullable Expr receiver(Expr expression) {
    if (expression instanceof Expr.Call call) {
      return call.receiver();
    }
    return expression instanceof Expr.Select select ? select.target() : null;
  }
}
