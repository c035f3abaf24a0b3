package io.github.errorhygiene.escape;

import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.escape.State.Handling;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Marks answers that a catch clause gives, so that they can be told from those given when nothing
 * fails: an {@link Instance} carries the caught exceptions in the field {@link #CAUGHT} and the
 * clause in {@link #CLAUSE}.
 */
public final class Answers {
  /** Field with the exceptions to which the object is the answer. */
  public static final String CAUGHT = "#caught";

  /** Field with the place of the catch clause, as {@code file:line:column}. */
  public static final String CLAUSE = "#clause";

  /** Field with the type that the clause catches. */
  public static final String CLAUSE_TYPE = "#clauseType";

  /** Type of an object of which only is known that a catch clause gave it. */
  public static final String SOMETHING = "#something";

  private Answers() {}

  /** What the response object holds after a callee did something to it. */
  static Value after(Value before, Value inCallee) {
    if (before.isNothing()) {
      return inCallee;
    }
    Value joined = Value.NOTHING;
    for (Instance earlier : before.instances()) {
      for (Instance later : inCallee.instances()) {
        Map<String, Value> fields = new TreeMap<>(earlier.fields());
        fields.putAll(later.fields());
        joined = joined.join(Value.of(new Instance(earlier.type(), fields)));
      }
    }
    return joined.isNothing() ? inCallee : joined;
  }

  /** The value as it leaves by {@code return}: marked if a catch clause returns it. */
  static Value caughtIn(Frame frame, Value value) {
    @Nullable State state = frame.state();
    @Nullable Handling handling = state == null ? null : state.handling();
    return handling == null ? value : caughtBy(handling, value);
  }

  /** The value as a handler of failures gives it. */
  static Value caughtBy(Handling handling, Value value) {
    if (value.completesNever()) {
      return value;
    }
    if (value.instances().isEmpty()) {
      Value something = Value.of(mark(new Instance(SOMETHING, Map.of()), handling));
      return value.join(something);
    }
    return value.map(
        known ->
            known instanceof Instance instance && !instance.fields().containsKey(CAUGHT)
                ? mark(instance, handling)
                : known);
  }

  /** What the response object holds after something was done to it: marked in a catch clause. */
  static Value respondedIn(Frame frame, Value answer) {
    return answer.instances().isEmpty() ? answer : caughtIn(frame, answer);
  }

  private static Instance mark(Instance answer, Handling handling) {
    var place = handling.place();
    return answer
        .with(CAUGHT, handling.exception())
        .with(CLAUSE, Value.constant(place.file() + ":" + place.line() + ":" + place.column()))
        .with(CLAUSE_TYPE, Value.constant(handling.caughtType()));
  }
}
