package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.State.Handling;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import org.jspecify.annotations.Nullable;

/** Remembers which method of the program makes the answer that a catch clause returns. */
final class Made {
  private final Engine engine;
  private final Frame frame;

  Made(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
  }

  /** The answer that the clause returns, marked with the method that it comes from. */
  Value marked(Expr returned, Value answer) {
    @Nullable State state = frame.state();
    @Nullable Handling handling = state == null ? null : state.handling();
    if (handling == null || !(returned instanceof Expr.Call call)) {
      return answer;
    }
    @Nullable MethodSymbol maker = frame.body().methodOf(call);
    if (maker == null || !maker.owner().isSource() || !maker.hasBody()) {
      return answer;
    }
    Value made = Value.constant(text(maker, call));
    return answer.map(
        known ->
            known instanceof Instance instance && Answers.isOf(handling, instance)
                ? instance.with(Answers.MADE, made)
                : known);
  }

  private String text(MethodSymbol maker, Expr.Call call) {
    Position position = maker.position();
    String owner = maker.owner().name();
    String simple = owner.substring(Math.max(owner.lastIndexOf('.'), owner.lastIndexOf('$')) + 1);
    return String.join(
        ":",
        Engine.file(maker.owner()),
        String.valueOf(position.line()),
        String.valueOf(position.column()),
        String.valueOf(call.arguments().stream().anyMatch(this::isFailure)),
        simple + "#" + maker.name());
  }

  private boolean isFailure(Expr argument) {
    String type = frame.body().typeOf(argument).erasure();
    return engine.program().isSubtype(type, "java.lang.Throwable") == Certainty.YES;
  }
}
