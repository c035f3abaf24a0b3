package io.github.errorhygiene.escape;

import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The calls of some code whose method is not known, and the clauses around each. */
final class OpenCalls {
  private final List<OpenCall> calls = new ArrayList<>();
  private static final Set<String> GENERAL =
      Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException");

  private final Deque<Type> caught = new ArrayDeque<>();

  /**
   * One of them.
   *
   * @param caught what the clauses around it take
   */
  record OpenCall(Expr.Call call, List<Type> caught) {
    OpenCall {
      caught = List.copyOf(caught);
    }
  }

  /** In the order of evaluation; several times if the code loops. */
  List<OpenCall> all() {
    return Collections.unmodifiableList(calls);
  }

  void add(Expr.Call call) {
    calls.add(new OpenCall(call, List.copyOf(caught)));
  }

  /** A {@code try} begins whose clauses take these. */
  void enter(List<Type> types) {
    types.forEach(caught::push);
  }

  /** Whether a clause around takes whatever goes wrong. */
  boolean catchEverything() {
    return caught.stream().anyMatch(type -> GENERAL.contains(type.erasure()));
  }

  /** It ends. */
  void leave(List<Type> types) {
    types.forEach(type -> caught.pop());
  }
}
