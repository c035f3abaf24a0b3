package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Event;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.idiom.Kinds;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Nodes;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates {@code try}: which clause takes what, what goes on, what {@code finally} does to it.
 */
final class Tries {
  private static final Set<String> GENERAL =
      Set.of("java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException");

  private static final List<String> PLAIN =
      List.of("java.lang.", "java.math.", "java.text.", "java.time.", "java.util.");

  private final Engine engine;
  private final Frame frame;
  private final Statements statements;
  private final Swallows swallows;
  private final Retries retries;
  private final Closing closing;
  private final Kinds kinds;

  Tries(Engine engine, Frame frame, Statements statements, Expressions expressions) {
    this.engine = engine;
    this.frame = frame;
    this.statements = statements;
    this.swallows = new Swallows(engine, frame);
    this.retries = new Retries(engine, frame);
    this.kinds = new Kinds(engine.program());
    this.closing = new Closing(engine, frame, expressions);
  }

  /** An exception is thrown, perhaps because of one that is being handled. */
  void thrown(Stmt.Throw s) {
    swallows.thrown(s);
  }

  void run(Stmt.Try s) {
    State entry = frame.state();
    if (entry == null) {
      return;
    }
    State before = entry.copy();
    if (s.finallyBlock() != null) {
      frame.openTry();
    }
    frame.openTry();
    int diverged = frame.diverged();
    List<Type> caught =
        s.catches().stream().flatMap(clause -> frame.body().caught(clause).stream()).toList();
    frame.openCalls().enter(caught);
    statements.runAll(s.resources());
    @Nullable State opened = frame.state() == null ? null : frame.state().copy();
    @Nullable Last last = run(s.body());
    frame.openCalls().leave(caught);
    @Nullable State end = closeResources(s, opened);
    SortedMap<Escape, Via> thrown = frame.closeTry();
    @Nullable State failed =
        State.join(before.copy(), end == null ? frame.exit() : unset(end, last));
    restore(failed, before);
    if (end == null && failed != null) {
      // What was answered before a return was not followed by a failure.
      failed.take(State.ANSWER, before);
    }
    boolean ends = frame.diverged() == diverged;
    @Nullable Whole goesOn = end == null ? null : new Whole(before, end.copy());
    end = State.join(end, handle(s, thrown, failed == null ? before : failed, ends, goesOn));
    thrown.forEach(frame::raiseAgain);
    frame.state(end);
    if (s.finallyBlock() != null) {
      last(s.finallyBlock(), before);
    }
  }

  /** The states before and after a body that completes. */
  private record Whole(State before, State after) {}

  /** The variable that the last statement of a body sets, and what it was before. */
  private record Last(LocalSymbol variable, Value before) {}

  /** Runs the body; null if it does not end with the assignment of a variable. */
  private @Nullable Last run(Stmt.Block body) {
    List<Stmt> all = body.statements();
    int count = all.size();
    if (count == 0) {
      return null;
    }
    statements.runAll(all.subList(0, count - 1));
    @Nullable Last last = assigned(all.get(count - 1));
    statements.run(all.get(count - 1));
    return last;
  }

  private @Nullable Last assigned(Stmt statement) {
    return statement instanceof Stmt.Eval eval
            && eval.expression() instanceof Expr.Assign set
            && set.operator().equals("=")
            && frame.body().symbolOf(set.target()) instanceof LocalSymbol variable
        ? new Last(variable, frame.get(variable, Value.NOTHING))
        : null;
  }

  /** What fails in the last assignment leaves the variable as it was. */
  private static State unset(State end, @Nullable Last last) {
    if (last == null) {
      return end;
    }
    State unset = end.copy();
    unset.set(last.variable(), last.before());
    return unset;
  }

  private static void restore(@Nullable State state, State before) {
    if (state != null) {
      state.condition(before.condition());
      state.handling(before.handling());
    }
  }

  /**
   * Closes what was opened, also if the body does not complete; the state if both complete.
   *
   * @param opened the state when the resources were open; null if they never are
   */
  private @Nullable State closeResources(Stmt.Try s, @Nullable State opened) {
    @Nullable State end = frame.state();
    frame.state(end == null ? opened : end);
    List<Stmt> resources = s.resources();
    for (int i = resources.size() - 1; i >= 0; i--) {
      closing.close(resources.get(i));
    }
    return end == null ? null : frame.state();
  }

  /**
   * Runs the clauses; removes from {@code thrown} what they take. The state after those that
   * complete.
   *
   * @param ends whether all that the body calls ends; then clauses of which nobody knows what they
   *     catch are run, too
   * @param goesOn set if the body may complete: then what follows is the same as when it failed
   */
  private @Nullable State handle(
      Stmt.Try s,
      SortedMap<Escape, Via> thrown,
      State failed,
      boolean ends,
      @Nullable Whole goesOn) {
    @Nullable State end = null;
    for (Stmt.Catch clause : s.catches()) {
      List<Type> types = frame.body().caught(clause);
      List<Escape> taken = take(types, thrown);
      if (taken.isEmpty() && (!ends || isSpared(s))) {
        continue;
      }
      List<List<Escape>> groups = groups(clause, taken);
      @Nullable State after = null;
      for (List<Escape> some : groups) {
        after = State.join(after, handle(clause, types, some, failed, s, goesOn));
      }
      if (!taken.isEmpty() && takesAny(types, s) && kinds.tellsApart(clause, frame.body())) {
        answerOthers(clause, types, failed, s, after);
      }
      retries.note(s, clause, taken, after != null);
      restore(after, failed);
      if (after != null && goesOn == null) {
        // What follows is done only if something failed.
        after.handling(handling(clause, types, exception(taken, types, s)));
      }
      end = State.join(end, after);
    }
    return end;
  }

  /**
   * What a clause that tells exceptions apart answers those of which nobody knows that they come;
   * all else that it does with them it does with those that are known.
   */
  private void answerOthers(
      Stmt.Catch clause, List<Type> types, State failed, Stmt.Try s, @Nullable State after) {
    frame.openTry();
    @Nullable State others = handle(clause, types, List.of(), failed, s, null);
    frame.dropTry();
    @Nullable Value answer = others == null ? null : others.get(State.ANSWER);
    if (after != null && answer != null) {
      @Nullable Value known = after.get(State.ANSWER);
      after.set(State.ANSWER, known == null ? answer : known.join(answer));
    }
  }

  /** What a clause takes, in groups that it tells apart, or for which it comes too late. */
  private List<List<Escape>> groups(Stmt.Catch clause, List<Escape> taken) {
    List<List<Escape>> groups = new ArrayList<>();
    for (List<Escape> some : frame.late().apart(taken)) {
      groups.addAll(kinds.of(clause, some, frame.body()));
    }
    return groups;
  }

  /** Runs a clause for some of what it takes; the state after it, null if it does not complete. */
  private @Nullable State handle(
      Stmt.Catch clause,
      List<Type> types,
      List<Escape> taken,
      State failed,
      Stmt.Try s,
      @Nullable Whole goesOn) {
    State start = failed.copy();
    Value exception = exception(taken, types, s);
    enter(start, taken);
    start.handling(handling(clause, types, exception));
    boolean late = frame.late().holds(taken);
    if (late) {
      start.set(State.ANSWER, frame.late().answer(taken));
    }
    frame.state(start);
    frame.declare(frame.body().variable(clause), exception);
    Logs before = frame.openLog();
    Set<Event> happened = frame.noted().sofar();
    statements.run(clause.body());
    ClauseAnswers.relog(frame);
    Logs logs = frame.closeLog(before);
    @Nullable State after = frame.state();
    if (after == null && !returns(clause)) {
      frame.noted().forgetDropped(happened);
    }
    if (goesOn != null && !late) {
      swallows.note(clause, types, taken, goesOn.before(), goesOn.after(), logs);
    }
    return after;
  }

  /** Whether the clause may leave by a return statement, with an answer of its own. */
  private static boolean returns(Stmt.Catch clause) {
    List<Stmt> body = clause.body().statements();
    return body.isEmpty() || !(body.get(body.size() - 1) instanceof Stmt.Throw);
  }

  private static void enter(State start, List<Escape> taken) {
    Dependence on = Dependence.NONE;
    boolean absence = false;
    for (Escape escape : taken) {
      on = on.and(Dependence.of(escape.cause()));
      absence |= escape.absence() && !isLeftOut(escape);
    }
    start.condition(start.condition().inside(taken.isEmpty() ? Dependence.UNKNOWN : on, absence));
  }

  private State.Handling handling(Stmt.Catch clause, List<Type> types, Value exception) {
    String type = types.isEmpty() ? "java.lang.Throwable" : types.get(0).erasure();
    return new State.Handling(frame.site(clause.position()).place(), type, exception);
  }

  /** The client did not send it: nothing that somebody looked for is missing. */
  private static boolean isLeftOut(Escape escape) {
    return escape.mode() == FailureMode.INVALID_INPUT
        || escape.mode() == FailureMode.MALFORMED_INPUT;
  }

  /** What a clause for all exceptions catches may be another than those that are known. */
  private Value exception(List<Escape> taken, List<Type> types, Stmt.Try s) {
    Value caught = exception(taken);
    return takesAny(types, s) ? caught.withData(caught.data().with(Trait.ANY_EXCEPTION)) : caught;
  }

  private boolean takesAny(List<Type> types, Stmt.Try s) {
    return types.stream().map(Type::erasure).anyMatch(GENERAL::contains) && !isPlain(s);
  }

  /** Nothing is done but what may fail elsewhere and does not here. */
  private boolean isSpared(Stmt.Try s) {
    List<Expr> calls = calls(s);
    return s.resources().isEmpty()
        && calls.stream().anyMatch(frame::isSpared)
        && calls.stream().allMatch(call -> frame.isSpared(call) || isPlain(call));
  }

  /** Nothing is done but to look at values with the platform's means: what fails tells of them. */
  private boolean isPlain(Stmt.Try s) {
    return calls(s).stream().allMatch(this::isPlain) && s.resources().isEmpty();
  }

  private static List<Expr> calls(Stmt.Try s) {
    List<Expr> calls = new ArrayList<>();
    Nodes.visit(
        s.body(),
        node -> {
          if (node instanceof Expr.Call
              || node instanceof Expr.New
              || node instanceof Expr.MethodRef) {
            calls.add((Expr) node);
          }
        });
    return calls;
  }

  private boolean isPlain(Expr call) {
    MethodSymbol method = frame.body().methodOf(call);
    String owner = method == null ? "" : method.owner().name();
    return PLAIN.stream().anyMatch(owner::startsWith);
  }

  static Value exception(List<Escape> taken) {
    Value caught = taken.isEmpty() ? Value.unknown(Dependence.UNKNOWN) : Value.NOTHING;
    for (Escape escape : taken) {
      caught =
          caught.join(Value.of(new Known.Caught(escape)).withData(Dependence.of(escape.cause())));
    }
    return caught;
  }

  private List<Escape> take(List<Type> types, SortedMap<Escape, Via> thrown) {
    List<Escape> taken = new ArrayList<>();
    for (Escape escape : new ArrayList<>(thrown.keySet())) {
      Certainty catches = catches(types, escape);
      if (catches != Certainty.NO) {
        taken.add(catches == Certainty.YES ? escape : narrowed(types, escape));
      }
      if (catches == Certainty.YES) {
        thrown.remove(escape);
      }
    }
    return taken;
  }

  /** Of what is declared a clause takes what is of its own type. */
  private Escape narrowed(List<Type> types, Escape escape) {
    return types.stream()
        .map(Type::erasure)
        .filter(type -> engine.program().isSubtype(type, escape.type()) == Certainty.YES)
        .findFirst()
        .map(escape::as)
        .orElse(escape);
  }

  /** {@code UNKNOWN}: it may take the exception, if it is of a subtype. */
  private Certainty catches(List<Type> types, Escape escape) {
    Certainty best = Certainty.NO;
    for (Type type : types) {
      Certainty one = engine.exceptions().catches(type.erasure(), escape);
      if (one == Certainty.YES) {
        return Certainty.YES;
      }
      best = one == Certainty.UNKNOWN ? one : best;
    }
    return best;
  }

  /** What these clauses drop is not lost: the code goes on to fail. */
  void passOn(List<Stmt.Catch> clauses) {
    clauses.forEach(clause -> frame.noted().forgetDropped(frame.site(clause.position())));
  }

  /** A {@code finally} that does not complete normally swallows what was under way. */
  private void last(Stmt.Block block, State before) {
    SortedMap<Escape, Via> pending = frame.closeTry();
    @Nullable State normal = frame.state();
    State start = normal == null ? before.copy() : normal;
    frame.state(start);
    SortedMap<Escape, Via> own = new TreeMap<>();
    frame.openTry();
    swallows.cleanUp(true);
    statements.run(block);
    swallows.cleanUp(false);
    own.putAll(frame.closeTry());
    own.forEach(frame::raiseAgain);
    boolean completes = frame.isReachable();
    if (completes) {
      pending.forEach(frame::raiseAgain);
    }
    if (normal == null) {
      frame.state(null);
    }
  }
}
