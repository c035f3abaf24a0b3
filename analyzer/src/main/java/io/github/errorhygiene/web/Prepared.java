package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A handler and what runs before it, each knowing what the ones before made sure of: parameters of
 * one name are bound to the same part of the request.
 *
 * @param before what the steps do, in order
 * @param answer what the handler does
 */
record Prepared(List<Summary> before, Summary answer) {
  static Prepared of(Handler handler, Engine engine) {
    Map<String, Value> known = new LinkedHashMap<>();
    List<Summary> before = new ArrayList<>();
    for (Handler.Step step : handler.before()) {
      List<String> names = names(step.code());
      Summary summary = step.code().answer(engine, informed(step.arguments(), names, known));
      for (int i = 0; i < names.size(); i++) {
        Value promise = Value.GIVEN.promising(summary.promises(i));
        known.merge(names.get(i), promise, (one, other) -> one.promising(other.data()));
      }
      before.add(summary);
    }
    List<Value> arguments = informed(handler.arguments(), names(handler.code()), known);
    return new Prepared(before, handler.code().answer(engine, arguments));
  }

  private static List<String> names(Code code) {
    return code instanceof Code.OfMethod of ? of.method().parameterNames() : List.of();
  }

  private static List<Value> informed(
      List<Value> arguments, List<String> names, Map<String, Value> known) {
    List<Value> informed = new ArrayList<>(arguments);
    for (int i = 0; i < Math.min(names.size(), arguments.size()); i++) {
      Value promise = known.getOrDefault(names.get(i), Value.GIVEN);
      informed.set(i, arguments.get(i).promising(promise.data()));
    }
    return informed;
  }
}
