package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Event;
import io.github.errorhygiene.domain.Failures;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.idiom.Quiet.Does;
import io.github.errorhygiene.idiom.Told;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Stmt;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Futures of the platform that nobody keeps, awaits or asks for their failure, and publishers that
 * somebody subscribes to who does not ask for it: what fails in them is dropped. So is what an
 * operator gave in place of a failure, where nobody looks at that. Publishers that nobody
 * subscribes to are not among them: nothing runs there.
 */
final class Unawaited {
  private static final Set<String> DROPPED = Roles.of(Role.DROPPED_IN_SILENCE);
  private static final Set<String> ANSWERED = Roles.of(Role.ANSWERED_BY_PROGRAM);

  private final Engine engine;
  private final Frame frame;

  Unawaited(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
  }

  /**
   * A statement of which the value goes nowhere.
   *
   * @param answered what the client was answered before
   */
  void note(Stmt.Eval statement, Value value, Value answered) {
    if (!(statement.expression() instanceof Expr.Call chain)) {
      return;
    }
    if (isOneOf(chain, DROPPED)) {
      dropped(chain, value, statement.position(), Certainty.NO);
    } else if (isOneOf(chain, ANSWERED)) {
      unanswered(chain, value, answered);
    }
  }

  /** It answers when all is well; who asks for the failure answers that, too. */
  private void unanswered(Expr.Call chain, Value value, Value answered) {
    boolean answers = !frame.get(State.ANSWER, Value.NOTHING).equals(answered);
    if (answers && new Told(frame.body()).chain(chain) != Does.SOMETHING) {
      value.failures().ways().forEach((escape, via) -> frame.raise(Outliving.unheard(escape), via));
    }
  }

  /** Somebody subscribes: what nobody asks for is logged by the library. */
  void subscribed(Expr.Call call, Value publisher) {
    boolean asks = call.name().equals("addCallback") || call.arguments().size() > 1;
    dropped(call, publisher, call.position(), Certainty.of(!asks));
  }

  /** What comes of it does not matter: something else follows, if it does not fail. */
  void followed(Expr.Call call, Value before) {
    Expr chain = call.receiver();
    Expr.Call replacing = Told.replacing(chain);
    if (chain != null && replacing != null && !isHandling()) {
      drop(chain, replaced(before), replacing.position(), Certainty.NO);
    }
  }

  /** A listener is told of the failures. */
  void listening(Expr.Call call, Failures failures) {
    Told told = new Told(frame.body());
    Does does = call.arguments().stream().map(told::listener).reduce(Does.NOTHING, Unawaited::most);
    if (!isHandling()) {
      note(does, failures.escapes(), call.position(), Certainty.NO);
    }
  }

  private static Does most(Does some, Does others) {
    return some.compareTo(others) >= 0 ? some : others;
  }

  private void dropped(Expr.Call chain, Value value, Position at, Certainty logged) {
    if (isHandling()) {
      return;
    }
    drop(chain, value.failures().escapes(), at, logged);
    drop(chain, replaced(value), at, Certainty.NO);
  }

  private void drop(Expr chain, Collection<Escape> failures, Position at, Certainty logged) {
    if (!failures.isEmpty()) {
      note(new Told(frame.body()).chain(chain), failures, at, logged);
    }
  }

  private boolean isHandling() {
    return frame.state() == null || frame.state().handling() != null;
  }

  /** The failures in place of which something was given. */
  private static List<Escape> replaced(Value value) {
    return value.instances().stream().flatMap(object -> replacedBy(object).stream()).toList();
  }

  private static List<Escape> replacedBy(Instance given) {
    boolean logs = Answers.logs(given).has(Logs.Line.EXCEPTION);
    return given.fields().getOrDefault(Answers.CAUGHT, Value.NOTHING).escapes().stream()
        .map(escape -> logs ? escape.logged() : escape)
        .toList();
  }

  private void note(Does does, Collection<Escape> failures, Position at, Certainty otherwise) {
    if (does == Does.SOMETHING) {
      return;
    }
    List<Escape> mattering =
        failures.stream()
            .map(Carriers::unwrapped)
            .filter(escape -> !isError(escape))
            .distinct()
            .toList();
    Certainty said = does == Does.SAYS ? Certainty.UNKNOWN : otherwise;
    Site here = frame.site(at);
    for (Escape escape : Swallows.told(mattering)) {
      Certainty logged = escape.isLogged() ? Certainty.YES : said;
      frame.noted().here(new Event(Kind.SWALLOWED, here, "", escape, "", logged));
    }
  }

  /** What cannot happen, as the program says. */
  private boolean isError(Escape escape) {
    return engine.program().supertypes(escape.type()).contains("java.lang.Error");
  }

  private boolean isOneOf(Expr expression, Set<String> futures) {
    String type = frame.body().typeOf(expression).erasure();
    return engine.program().supertypes(type).stream().anyMatch(futures::contains);
  }
}
