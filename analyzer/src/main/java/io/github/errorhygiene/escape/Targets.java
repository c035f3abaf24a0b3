package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.unit.Stmt;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What is around a statement that {@code break}, {@code continue} or {@code yield} may go to. */
final class Targets {
  private final Deque<Target> open = new ArrayDeque<>();

  /**
   * Something begins that is no loop.
   *
   * @param entry under what it is come to
   */
  Target open(@Nullable String label, Target.Kind kind, Condition entry) {
    return open(new Target(label, kind, entry, null));
  }

  /**
   * A loop begins.
   *
   * @param entry under what it is come to
   */
  Target open(@Nullable String label, Stmt loop, Condition entry) {
    return open(new Target(label, Target.Kind.LOOP, entry, loop));
  }

  private Target open(Target target) {
    open.push(target);
    return target;
  }

  /** The innermost ends. */
  void close() {
    open.pop();
  }

  /** Control leaves all of them. */
  void leave(Condition here, boolean returns) {
    for (Target target : open) {
      target.leftOn = target.leftOn.and(here.since(target.entry));
      target.returns |= returns;
    }
  }

  /** The innermost loop around; null if there is none. */
  @Nullable Stmt loop() {
    for (Target target : open) {
      if (target.loop != null) {
        return target.loop;
      }
    }
    return null;
  }

  /** Number of loops around. */
  int loops() {
    return (int) open.stream().filter(target -> target.kind == Target.Kind.LOOP).count();
  }

  /** The target of a jump; null if the code is broken. */
  @Nullable Target of(Stmt.Jump jump) {
    for (Target target : open) {
      if (target.takes(jump)) {
        return target;
      }
    }
    return null;
  }
}
