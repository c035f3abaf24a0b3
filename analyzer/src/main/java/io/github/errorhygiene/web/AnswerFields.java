package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The fields by which an object, or an exception, is an answer. */
final class AnswerFields {
  private AnswerFields() {}

  /** Those of one thing; empty if it is no answer. */
  static Map<String, Value> of(Known known) {
    Map<String, Value> all =
        known instanceof Instance instance
            ? instance.fields()
            : known instanceof Caught caught ? caught.escape().fields() : Map.of();
    Map<String, Value> fields = new TreeMap<>(all);
    fields.keySet().removeIf(name -> !isOfAnswer(name));
    return fields;
  }

  /** Whether it is known to be an answer. */
  private static boolean isAnswer(Known known) {
    return of(known).containsKey(AnswerModel.STATUS);
  }

  private static boolean isOfAnswer(String field) {
    return field.equals(AnswerModel.STATUS)
        || field.equals(AnswerModel.BODY)
        || field.equals(AnswerModel.BODY_TYPE)
        || field.equals(AnswerModel.CONTENT_TYPE)
        || field.startsWith(AnswerModel.HEADER);
  }

  /**
   * The object with the members and headers of what a call is given; of a map of which nothing is
   * known it has members that nobody knows.
   */
  static Value taken(Value object, LibraryCall call, List<Integer> indices) {
    Value after = object;
    for (int i = 0; i < call.arguments().size(); i++) {
      if (indices.equals(AnswerRow.ALL) || indices.contains(i)) {
        after = taken(after, call, i);
      }
    }
    return after;
  }

  private static Value taken(Value object, LibraryCall call, int index) {
    Value given = call.argument(index);
    Value after = object.dependingOn(given.data());
    for (Instance instance : given.instances()) {
      for (Map.Entry<String, Value> field : instance.fields().entrySet()) {
        String name = field.getKey();
        boolean own =
            name.startsWith("#") && !isOfAnswer(name) && !name.equals(AnswerModel.MORE_KEYS);
        after = own ? after : after.withField(name, field.getValue());
      }
    }
    boolean map =
        index < call.argumentTypes().size()
            && call.argumentTypes().get(index).erasure().endsWith("Map");
    return map && (given.instances().isEmpty() || given.open())
        ? after.withField(AnswerModel.MORE_KEYS, Value.constant(true))
        : after;
  }

  /** The answer that an exception carries; unknown if it is not known to carry one. */
  static Value carried(String owner, Value exception) {
    Value joined = Value.NOTHING;
    for (Known known : exception.alternatives()) {
      if (isAnswer(known)) {
        joined = joined.join(Value.of(new Instance(owner, of(known))));
      }
    }
    return joined.isNothing() ? Value.unknown(exception.data()) : joined;
  }

  /** The same; where anything may be given, what is no answer is a body. */
  static Value takenOver(Value object, LibraryCall call, int index) {
    Value given = call.argument(index);
    boolean answer = given.alternatives().stream().anyMatch(AnswerFields::isAnswer);
    boolean anything =
        index < call.erasures().size() && call.erasures().get(index).equals("java.lang.Object");
    return anything && !answer
        ? object.withField(AnswerModel.BODY, given)
        : takenOver(object, given);
  }

  /**
   * The object with all that the answer has; where the answer is not known, or may be one of
   * several, the fields are joined, and nothing is known of the status.
   */
  private static Value takenOver(Value object, Value answer) {
    Map<String, Value> fields = new TreeMap<>();
    for (Known known : answer.alternatives()) {
      of(known).forEach((name, value) -> fields.merge(name, value, Value::join));
    }
    Value after = object;
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      after = after.withField(field.getKey(), field.getValue());
    }
    boolean known = fields.containsKey(AnswerModel.STATUS) && !answer.open();
    return known ? after : after.withField(AnswerModel.STATUS, Value.unknown(answer.data()));
  }
}
