package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Constant;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Known.StartsWith;
import io.github.errorhygiene.domain.Value;
import java.util.Map;

/**
 * Bodies that are written piece by piece, as text: to the response's writer or stream. An object
 * made into a text is kept as the object, for its members are those of the body.
 */
final class ResponseText {
  /** Longest text that is put together. */
  private static final int LONGEST = 2_000;

  private static final String OBJECT = "#text";

  /** The writer or stream of the response. */
  static final Value WRITER = Value.of(new Instance(Answers.WRITER, Map.of()));

  private ResponseText() {}

  static boolean isWriter(Value value) {
    return value.instances().stream().anyMatch(instance -> instance.type().equals(Answers.WRITER));
  }

  /** The text of an object. */
  static Value of(Value object) {
    return Value.of(new Instance(OBJECT, Map.of(AnswerModel.BODY, object))).withData(object.data());
  }

  /** What is written if that value is. */
  static Value written(Value value) {
    for (Instance instance : value.instances()) {
      if (instance.type().equals(OBJECT)) {
        return value.field(AnswerModel.BODY);
      }
    }
    return value;
  }

  /** Something may be written from here on. */
  static Value opened(Value answer) {
    return answer.map(
        known ->
            known instanceof Instance instance && !instance.fields().containsKey(AnswerModel.BODY)
                ? instance.with(AnswerModel.BODY, Value.UNKNOWN)
                : known);
  }

  /** The answer with more text behind its body. */
  static Value appended(Value answer, Value more) {
    return answer.map(
        known -> known instanceof Instance instance ? appended(instance, more) : known);
  }

  private static Known appended(Instance answer, Value more) {
    Value before = answer.fields().getOrDefault(AnswerModel.BODY, Value.UNKNOWN);
    boolean nothing = before.isNothing() || before.equals(Value.UNKNOWN);
    return answer.with(AnswerModel.BODY, nothing ? more : joined(before, more));
  }

  private static Value joined(Value before, Value more) {
    Dependence data = before.data().and(more.data());
    if (before.constant() instanceof String start) {
      boolean whole = more.constant() instanceof String;
      String text = more.strings().size() == 1 ? start + more.strings().get(0) : start;
      boolean fits = text.length() <= LONGEST;
      Known known = whole && fits ? new Constant(text) : new StartsWith(fits ? text : start);
      return Value.of(known).withData(data);
    }
    return before.dependingOn(more.data());
  }
}
