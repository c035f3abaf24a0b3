package io.github.errorhygiene.web;

import io.github.errorhygiene.escape.Dependence;
import io.github.errorhygiene.escape.Dependence.Trait;
import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.escape.LibraryCall;
import io.github.errorhygiene.escape.Value;
import java.util.Map;
import java.util.TreeMap;

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
      Value after = object;
      for (Map.Entry<String, Value> member : members(call).entrySet()) {
        after = after.withField(member.getKey(), member.getValue());
      }
      return after;
    }
    return object.withField(AnswerModel.BODY, Value.of(new Instance(body, members(call))));
  }

  /** Those that are not null. */
  private Map<String, Value> members(LibraryCall call) {
    Map<String, Value> members = new TreeMap<>();
    values.forEach(
        (name, index) ->
            members.put(name, index < 0 ? Value.unknown(Dependence.NONE) : call.argument(index)));
    messages.forEach(
        (name, index) -> members.put(name, Value.unknown(Dependence.of(Trait.MESSAGE))));
    members.values().removeIf(Value::isNull);
    return members;
  }
}
