package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Event;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.idiom.Quiet;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.Nodes;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Notes what catch clauses make of failures: nothing, or exceptions that forget them. */
final class Swallows {
  /** Most failures that are told of one clause. */
  private static final int MOST = 6;

  /** Names by which authors say that they mean it (Checkstyle's {@code EmptyCatchBlock}). */
  private static final Set<String> MEANT = Set.of("expected", "ignore", "ignored", "unused", "_");

  /** The same in what is logged: {@code "no avatar of {}, ignoring that: {}"}. */
  private static final Pattern MEANT_TEXT =
      Pattern.compile("\\b(ignored?|ignoring)\\b", Pattern.CASE_INSENSITIVE);

  private final Engine engine;
  private final Frame frame;
  private int cleaningUp;

  Swallows(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
  }

  /** A {@code finally} begins, or ends: what fails there does not matter any more. */
  void cleanUp(boolean begins) {
    cleaningUp += begins ? 1 : -1;
  }

  /**
   * A clause that has been run.
   *
   * @param before the state before {@code try}
   * @param completed the state after the body of {@code try}
   * @param logs what it logged
   */
  void note(
      Stmt.Catch clause,
      List<Type> types,
      List<Escape> taken,
      State before,
      State completed,
      Logs logs) {
    boolean cleansUp = before.handling() != null || cleaningUp > 0;
    if (taken.isEmpty() || cleansUp || isMeant(clause)) {
      return;
    }
    Quiet.Does does = Quiet.of(clause, frame.body());
    if (does == Quiet.Does.SOMETHING) {
      return;
    }
    boolean says = does == Quiet.Does.SAYS || logs.has(Logs.Line.TEXT);
    Certainty said =
        logs.exception() == Certainty.NO && says ? Certainty.UNKNOWN : logs.exception();
    String caught = types.isEmpty() ? "java.lang.Throwable" : types.get(0).erasure();
    Set<LocalSymbol> telling = changed(before, completed);
    for (Escape escape : told(taken)) {
      Site here = frame.site(clause.position());
      frame.noted().here(new Event(Kind.SWALLOWED, here, "", escape, caught, said), telling);
    }
  }

  private static boolean isMeant(Stmt.Catch clause) {
    if (MEANT.contains(clause.name().toLowerCase(Locale.ROOT))) {
      return true;
    }
    AtomicBoolean says = new AtomicBoolean();
    Nodes.visit(
        clause.body(),
        node -> {
          if (node instanceof Expr.Literal literal
              && literal.value() instanceof String text
              && MEANT_TEXT.matcher(text).find()) {
            says.set(true);
          }
        });
    return says.get();
  }

  /** The variables of which can be told that the body did not come to its end. */
  private static Set<LocalSymbol> changed(State before, State completed) {
    Set<LocalSymbol> changed = new HashSet<>();
    for (LocalSymbol local : before.locals()) {
      @Nullable Value now = completed.get(local);
      if (now != null && !now.equals(before.get(local))) {
        changed.add(local);
      }
    }
    return changed;
  }

  /** One of each sort. */
  static List<Escape> told(List<Escape> taken) {
    Set<List<Object>> sorts = new HashSet<>();
    List<Escape> told = new ArrayList<>();
    for (Escape escape : taken) {
      Escape root = escape.root();
      boolean fresh = sorts.add(List.of(escape.type(), root.type(), root.thrower(), root.cause()));
      if (fresh && told.size() < MOST) {
        told.add(escape);
      }
    }
    return told;
  }

  /** An exception is thrown: whether it forgets the one that is being handled. */
  void thrown(Stmt.Throw s) {
    State.@Nullable Handling handling = frame.state() == null ? null : frame.state().handling();
    if (handling == null || !(s.exception() instanceof Expr.New made) || keeps(made)) {
      return;
    }
    List<Escape> caught = handling.exception().escapes();
    boolean logged = frame.logs().exception() != Certainty.NO;
    if (caught.isEmpty() || logged) {
      return;
    }
    String type = frame.body().typeOf(made).erasure();
    Site here = frame.site(s.position());
    for (Escape escape : told(caught)) {
      frame.noted().here(new Event(Kind.CAUSE_LOST, here, type, escape, "", Certainty.NO));
    }
  }

  /** It is given an exception, or what something made of one. */
  private boolean keeps(Expr.New made) {
    return made.body() != null || made.arguments().stream().anyMatch(this::isException);
  }

  private boolean isException(Expr argument) {
    if (argument instanceof Expr.Call call
        && call.arguments().stream().anyMatch(this::isException)) {
      return true;
    }
    Type type = frame.body().typeOf(argument);
    return type instanceof Type.Unknown || engine.exceptions().isThrowable(type.erasure());
  }
}
