package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.Stored;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Objects that a method is given and changes: {@code addRequestId(body)}. */
final class GivenObjects {
  private static final int DEEPEST = 3;

  private GivenObjects() {}

  /**
   * Those that some code changed, by the number of the parameter, as it leaves them.
   *
   * @param before what it was given
   */
  static SortedMap<Integer, Value> changed(Frame frame, List<Value> before) {
    SortedMap<Integer, Value> changed = new TreeMap<>();
    @Nullable State exit = frame.exit();
    List<LocalSymbol> parameters = frame.parameters();
    for (int i = 0; exit != null && i < Math.min(parameters.size(), before.size()); i++) {
      Value after = frame.isAssigned(parameters.get(i)) ? null : exit.get(parameters.get(i));
      if (after != null && !after.instances().isEmpty()) {
        Value kept = after.cut(DEEPEST);
        if (!kept.instances().equals(before.get(i).instances())) {
          changed.put(i, kept);
        }
      }
    }
    return changed;
  }

  /** After a call: the objects that the arguments name are as the method left them. */
  static void keep(Calls calls, Frame frame, List<Expr> arguments, Map<Integer, Value> changed) {
    changed.forEach(
        (index, after) -> {
          @Nullable Object key =
              index < arguments.size() ? Paths.key(arguments.get(index), frame.body()) : null;
          @Nullable Value before = key == null ? null : frame.get(key, Value.NOTHING);
          Value noted = before == null ? Value.NOTHING : Stored.noting(before, after);
          if (!noted.instances().isEmpty()) {
            calls.write(arguments.get(index), with(noted, after));
          }
        });
  }

  /** Of an object only the fields are taken: the method may have seen it less exactly. */
  private static Value with(Value before, Value after) {
    Value changed =
        before.map(
            known ->
                known instanceof Instance instance ? with(instance, after.instances()) : known);
    return changed.dependingOn(after.data());
  }

  private static Instance with(Instance before, List<Instance> after) {
    Map<String, Value> fields = new TreeMap<>();
    for (Instance each : after) {
      if (each.type().equals(before.type())) {
        each.fields().forEach((name, value) -> fields.merge(name, value, Value::join));
      }
    }
    Instance changed = before;
    for (Map.Entry<String, Value> field : fields.entrySet()) {
      changed = changed.with(field.getKey(), field.getValue());
    }
    return changed;
  }
}
