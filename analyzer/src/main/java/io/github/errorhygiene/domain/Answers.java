package io.github.errorhygiene.domain;

import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.State.Handling;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  /**
   * Field with the method that makes the answer, as {@code file:line:column:given:name}, where
   * {@code given} tells whether it is given an exception; absent if the clause does it itself.
   */
  public static final String MADE = "#made";

  /** Field with what the clause wrote to the log, the names of {@link Logs.Line}s. */
  public static final String LOGS = "#logs";

  /** Field with the value itself, where it or its start is constant, or it shows an exception. */
  public static final String GIVEN = "#given";

  /** Field of an answer without a body of its own: the container writes one ({@code sendError}). */
  public static final String ERROR_PAGE = "#errorPage";

  /** Field of an answer whose status was sent: whatever fails then, it stays. */
  public static final String COMMITTED = "#committed";

  /** Field of an answer that was sent to its end: nothing can be written behind it. */
  public static final String ENDED = "#ended";

  /** Field with the method by which the body was begun to be written: another one fails then. */
  public static final String OPENED = "#opened";

  /** Field of an answer that was sent to its end, without a body. */
  public static final String WHOLE = "#whole";

  /** Field of an answer instead of which the clause may give another, of which nothing is known. */
  public static final String UNLESS = "#unless";

  /** With another status it is another answer, of which a clause before knows nothing. */
  private static final Set<String> MARKS = Set.of(CAUGHT, CLAUSE, CLAUSE_TYPE, LOGS, MADE);

  /** Type of the writer or stream of the response. */
  public static final String WRITER = "#writer";

  /** Type of an object of which only is known that a catch clause gave it. */
  public static final String SOMETHING = "#something";

  private Answers() {}

  /** Whether an error was sent for sure: the answer is not the program's any more. */
  public static boolean isSent(State state) {
    return hasForSure(state, ERROR_PAGE);
  }

  /** Whether the status was sent for sure. */
  public static boolean isCommitted(State state) {
    return hasForSure(state, COMMITTED);
  }

  private static boolean hasForSure(State state, String field) {
    @Nullable Value answer = state.get(State.ANSWER);
    List<Instance> ways = answer == null ? List.of() : answer.instances();
    return !ways.isEmpty() && ways.stream().allMatch(way -> way.fields().containsKey(field));
  }

  /** What the response object holds after a callee did something to it. */
  public static Value after(Value before, Value inCallee) {
    if (before.isNothing()) {
      return inCallee;
    }
    Value joined = Value.NOTHING;
    for (Instance earlier : before.instances()) {
      for (Instance later : inCallee.instances()) {
        Map<String, Value> fields = new TreeMap<>(earlier.fields());
        if (later.fields().containsKey(Escape.STATUS)) {
          fields.keySet().removeAll(MARKS);
        }
        fields.putAll(later.fields());
        joined = joined.join(Value.of(new Instance(earlier.type(), fields)));
      }
    }
    return joined.isNothing() ? inCallee : joined;
  }

  /** The value as a handler of failures gives it. */
  public static Value caughtBy(Handling handling, Logs logs, Value value) {
    if (value.completesNever()) {
      return value;
    }
    if (value.instances().isEmpty()) {
      Value something = Value.of(mark(new Instance(SOMETHING, given(value)), handling, logs));
      return value.join(something);
    }
    return value.map(
        known ->
            known instanceof Instance instance && !instance.fields().containsKey(CAUGHT)
                ? mark(
                    value.open() ? instance.with(UNLESS, Value.UNKNOWN) : instance, handling, logs)
                : known);
  }

  private static Map<String, Value> given(Value value) {
    if (isConstant(value)) {
      return Map.of(GIVEN, value.completed());
    }
    return value.data().showsExceptions()
        ? Map.of(GIVEN, Value.unknown(value.data().exceptionTexts()))
        : Map.of();
  }

  private static boolean isConstant(Value value) {
    return !value.open()
        && value.alternatives().size() == 1
        && (value.alternatives().iterator().next() instanceof Known.Constant
            || value.alternatives().iterator().next() instanceof Known.StartsWith);
  }

  /** Whether a mark stands for an answer that is {@code null}. */
  public static boolean isNull(Known known) {
    return known instanceof Instance mark
        && mark.type().equals(SOMETHING)
        && mark.fields().getOrDefault(GIVEN, Value.NOTHING).isNull();
  }

  /**
   * An answer after something was done to it in a clause: what another clause had answered, and has
   * another status now, is not that clause's any more.
   *
   * @param before what it was
   */
  public static Value taken(Value answer, Value before, Handling handling) {
    List<Instance> ways = before.instances();
    return answer.map(
        known ->
            known instanceof Instance way && isTaken(way, ways, handling) ? unmarked(way) : known);
  }

  /** The answer as the client sees it, whatever it was given for. */
  public static Value seen(Value answer) {
    return answer.map(known -> known instanceof Instance way ? unmarked(way) : known).cut(2);
  }

  private static Instance unmarked(Instance way) {
    Map<String, Value> fields = new TreeMap<>(way.fields());
    fields.keySet().removeAll(MARKS);
    return new Instance(way.type(), fields);
  }

  private static boolean isTaken(Instance way, List<Instance> before, Handling handling) {
    return way.fields().containsKey(CLAUSE)
        && !isOf(handling, way)
        && before.stream().noneMatch(each -> isAlike(each, way));
  }

  private static boolean isAlike(Instance one, Instance other) {
    return Objects.equals(one.fields().get(Escape.STATUS), other.fields().get(Escape.STATUS))
        && Objects.equals(one.fields().get(CLAUSE), other.fields().get(CLAUSE));
  }

  private static Instance mark(Instance answer, Handling handling, Logs logs) {
    return answer
        .with(CAUGHT, handling.exception())
        .with(CLAUSE, Value.constant(key(handling)))
        .with(CLAUSE_TYPE, Value.constant(handling.caughtType()))
        .with(LOGS, encoded(logs));
  }

  /** Whether an answer is of that clause, and not of one further in. */
  public static boolean isOf(Handling handling, Instance answer) {
    return Value.constant(key(handling)).equals(answer.fields().get(CLAUSE));
  }

  private static String key(Handling handling) {
    var place = handling.place();
    return place.file() + ":" + place.line() + ":" + place.column();
  }

  private static Value encoded(Logs logs) {
    return Value.constant(
        logs.lines().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")));
  }

  /** What was written to the log by the clause that gave an answer. */
  public static Logs logs(Instance answer) {
    Value lines = answer.fields().get(LOGS);
    if (lines == null || !(lines.constant() instanceof String names)) {
      return Logs.UNKNOWN;
    }
    Logs logs = Logs.NOTHING;
    for (String name : names.isEmpty() ? new String[0] : names.split(" ", -1)) {
      logs = logs.with(Logs.Line.valueOf(name));
    }
    return logs;
  }

  /** The same answers; those of the clause are accompanied by all that it logged. */
  public static Value relogged(Handling handling, Logs logs, Value answers) {
    return answers.map(
        known ->
            known instanceof Instance answer && isOf(handling, answer)
                ? answer.with(LOGS, encoded(logs))
                : known);
  }
}
