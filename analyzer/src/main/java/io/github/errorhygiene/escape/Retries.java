package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Escape.Source;
import io.github.errorhygiene.domain.Event;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Stmt;
import java.util.Collection;
import java.util.List;

/**
 * Notes loops, and methods that call themselves, that call an upstream again when it failed,
 * without a pause or an end.
 */
final class Retries {
  static final String AT_ONCE = "at once";
  static final String AT_ONCE_FOREVER = "at once, until it succeeds";
  static final String FOREVER = "until it succeeds";

  private final Engine engine;
  private final Frame frame;

  Retries(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
  }

  /**
   * A clause that has been run.
   *
   * @param completes whether it may come to its end
   */
  void note(Stmt.Try attempt, Stmt.Catch clause, List<Escape> taken, boolean completes) {
    List<Escape> failures = ofOthers(taken);
    if (!failures.isEmpty() && new RetryCall(frame).isMade(attempt, clause)) {
      note(clause, failures, AT_ONCE);
      return;
    }
    if (failures.isEmpty() || !(frame.targets().loop() instanceof Stmt.Loop loop)) {
      return;
    }
    RetryLoop retry = new RetryLoop(engine, frame.body(), loop, attempt);
    if (!(completes || RetryLoop.goesOn(clause.body())) || !retry.isRetry()) {
      return;
    }
    boolean bounded = retry.isBounded();
    if (!retry.pauses()) {
      note(clause, failures, bounded ? AT_ONCE : AT_ONCE_FOREVER);
    } else if (!bounded && retry.endsWithSuccess()) {
      note(clause, failures, FOREVER);
    }
  }

  private void note(Stmt.Catch clause, List<Escape> failures, String how) {
    Site here = frame.site(clause.position());
    for (Escape escape : Swallows.told(failures)) {
      frame.noted().here(new Event(Kind.RETRIED, here, how, escape, "", Certainty.NO));
    }
  }

  /** Those that may come from somebody else: what is thrown on purpose says itself what it is. */
  static List<Escape> ofOthers(Collection<Escape> failures) {
    return failures.stream().filter(Retries::isOfOthers).toList();
  }

  private static boolean isOfOthers(Escape failure) {
    return failure.root().cause() == Cause.UPSTREAM || failure.source() == Source.THROWN;
  }
}
