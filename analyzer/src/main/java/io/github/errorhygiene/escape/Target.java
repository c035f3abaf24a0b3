package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Stmt;
import org.jspecify.annotations.Nullable;

/** A place that {@code break}, {@code continue} or {@code yield} goes to. */
final class Target {
  /** What is jumped to. */
  enum Kind {
    LOOP,
    SWITCH,
    SWITCH_EXPRESSION,
    LABELED
  }

  final @Nullable String label;
  final Kind kind;
  final Condition entry;

  /** The loop; null for what is none. */
  final @Nullable Stmt loop;

  @Nullable State broken;
  @Nullable State continued;
  Value yielded = Value.NOTHING;

  /** What the conditions depend on under which control left from inside. */
  Dependence leftOn = Dependence.NONE;

  /** Whether it is left by {@code return}, as searches are. */
  boolean returns;

  Target(@Nullable String label, Kind kind, Condition entry, @Nullable Stmt loop) {
    this.label = label;
    this.kind = kind;
    this.entry = entry;
    this.loop = loop;
  }

  boolean takes(Stmt.Jump jump) {
    if (jump.label() != null) {
      return jump.label().equals(label);
    }
    return switch (jump.kind()) {
      case BREAK -> kind == Kind.LOOP || kind == Kind.SWITCH;
      case CONTINUE -> kind == Kind.LOOP;
      case YIELD -> kind == Kind.SWITCH_EXPRESSION;
    };
  }
}
