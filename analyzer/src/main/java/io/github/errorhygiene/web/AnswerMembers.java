package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The members that a call gives to a body.
 *
 * @param values index of the argument that is the value of each; -1 if none is
 * @param messages index of the exception whose message is the value of each
 * @param body binary name of the body that they are members of; empty if they are members of the
 *     object itself
 */
record AnswerMembers(Map<String, Integer> values, Map<String, Integer> messages, String body) {
  /** Reads {@code members}, {@code messages} and {@code body} of a YAML row. */
  static AnswerMembers of(Map<?, ?> row) {
    return new AnswerMembers(
        YamlRows.numbers(row.get("members")),
        YamlRows.numbers(row.get("messages")),
        YamlRows.text(row, "body", ""));
  }

  /** The object with them. */
  Value in(Value object, LibraryCall call) {
    if (body.isEmpty()) {
      Value after =
          values.isEmpty() ? object : object.withField(AnswerModel.MEMBERS, names(object));
      for (Map.Entry<String, Value> member : members(call).entrySet()) {
        after = after.withField(member.getKey(), member.getValue());
      }
      return after;
    }
    return values.isEmpty() && messages.isEmpty() && !object.field(AnswerModel.BODY).isNothing()
        ? object
        : object.withField(AnswerModel.BODY, Value.of(new Instance(body, members(call))));
  }

  /** Those that it has now: of values nobody knows exceptions keep nothing but the names. */
  private Value names(Value object) {
    SortedSet<String> names = new TreeSet<>(values.keySet());
    object
        .field(AnswerModel.MEMBERS)
        .strings()
        .forEach(text -> names.addAll(List.of(text.split(","))));
    return Value.constant(String.join(",", names));
  }

  /** Those that are not null. */
  private Map<String, Value> members(LibraryCall call) {
    Map<String, Value> members = new TreeMap<>();
    values.forEach(
        (name, index) ->
            members.put(name, index < 0 ? Value.unknown(Dependence.NONE) : call.argument(index)));
    messages.forEach((name, index) -> members.put(name, Messages.of(call.argument(index))));
    members.values().removeIf(Value::isNull);
    return members;
  }
}
