package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.ExceptionRow;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an exception was thrown for that only says 500 and does not keep what was being handled:
 * {@code catch (IOException e) { throw new InternalServerErrorException(); }}, {@code
 * rc.fail(500)}.
 */
final class Occasions {
  private final Engine engine;
  private final Frame frame;

  Occasions(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
  }

  /** New exceptions, each told apart by the failure that it is thrown for. */
  Value of(Value thrown) {
    List<Escape> handled = handled();
    if (handled.isEmpty() || thrown.instances().isEmpty()) {
      return thrown;
    }
    Set<Known> told = new LinkedHashSet<>();
    for (Known known : thrown.alternatives()) {
      if (known instanceof Instance made && isMute(made)) {
        handled.forEach(each -> told.add(made.with(Escape.OCCASION, Value.of(new Caught(each)))));
      } else {
        told.add(known);
      }
    }
    return new Value(told, thrown.open(), thrown.data(), thrown.absence(), thrown.failures());
  }

  /** The same of what a called method throws whatever it is given. */
  List<Escape> of(Escape escape) {
    List<Escape> handled = escape.unconditional() ? handled() : List.of();
    return handled.isEmpty() || !isMute(escape)
        ? List.of(escape)
        : handled.stream()
            .map(each -> escape.telling(Map.of(Escape.OCCASION, Value.of(new Caught(each)))))
            .toList();
  }

  private List<Escape> handled() {
    State.@Nullable Handling handling = frame.state() == null ? null : frame.state().handling();
    return handling == null
        ? List.of()
        : Swallows.told(handling.exception().escapes()).stream().map(Escape::alone).toList();
  }

  private boolean isMute(Instance made) {
    return !made.fields().containsKey(Throws.CAUSE) && isMute(made.type(), made.fields());
  }

  private boolean isMute(Escape escape) {
    return escape.source() == Escape.Source.THROWN
        && escape.inner() == null
        && !escape.fields().containsKey(Escape.OCCASION)
        && isMute(escape.type(), escape.fields());
  }

  /** A library's exception that says 500, or nothing but that something is unexpected. */
  private boolean isMute(String type, Map<String, Value> fields) {
    ExceptionRow row = engine.catalogue().exception(type).orElse(null);
    if (row == null || !row.inherit()) {
      return false;
    }
    Value status = fields.getOrDefault(Escape.STATUS, Value.NOTHING);
    return status.isNothing()
        ? row.mode(Cause.UNKNOWN) == FailureMode.UNEXPECTED
            && row.mode(Cause.REQUEST) == FailureMode.UNEXPECTED
        : Integer.valueOf(500).equals(status.constant());
  }
}
