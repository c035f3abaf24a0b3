package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Arrays, lists and streams of the parts of a text that the program knows: paths are taken apart
 * with them.
 */
final class Sequences {
  private static final String TYPE = "#sequence";
  private static final int MOST = 20;

  private Sequences() {}

  /** What a call gives; null if it has nothing to do with sequences, or something is not known. */
  static @Nullable Value result(LibraryCall call, Functions functions) {
    if (call.name().equals("split") && call.receiver().constant() instanceof String text) {
      return split(text, call.argument(0).constant(), call.arguments().size());
    }
    boolean ofArrays = call.owner().equals("java.util.Arrays");
    Value sequence = ofArrays ? call.argument(0) : call.receiver();
    List<Value> elements = elements(sequence);
    if (elements == null) {
      return null;
    }
    return switch (call.name()) {
      case "asList", "collect", "stream", "toArray", "toList" -> sequence;
      case "filter" -> filtered(elements, call.argument(0), functions);
      case "get" -> at(sequence, call.argument(0));
      case "size" -> Value.constant(elements.size());
      default -> null;
    };
  }

  private static @Nullable Value split(String text, @Nullable Object by, int arguments) {
    if (arguments != 1 || !(by instanceof String pattern)) {
      return null;
    }
    try {
      String[] parts = text.split(pattern, 0);
      return parts.length > MOST ? null : of(List.of(parts).stream().map(Value::constant).toList());
    } catch (PatternSyntaxException e) {
      return null; // which is another matter
    }
  }

  private static Value of(List<? extends Value> elements) {
    Map<String, Value> fields = new TreeMap<>();
    for (int i = 0; i < elements.size(); i++) {
      fields.put(name(i), elements.get(i));
    }
    return Value.of(new Instance(TYPE, fields));
  }

  private static String name(int index) {
    return "#" + index;
  }

  /** In order; null if it is no such sequence. */
  private static @Nullable List<Value> elements(Value value) {
    boolean one = !value.open() && value.alternatives().size() == 1;
    if (!one
        || !(value.alternatives().iterator().next() instanceof Instance instance)
        || !instance.type().equals(TYPE)) {
      return null;
    }
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < instance.fields().size(); i++) {
      elements.add(instance.fields().getOrDefault(name(i), Value.UNKNOWN));
    }
    return elements;
  }

  private static @Nullable Value filtered(
      List<Value> elements, Value condition, Functions functions) {
    List<Value> kept = new ArrayList<>();
    for (Value element : elements) {
      Object passes = functions.invokeAll(condition.functions(), List.of(element)).constant();
      if (!(passes instanceof Boolean keeps)) {
        return null;
      }
      if (keeps) {
        kept.add(element);
      }
    }
    return of(kept);
  }

  /** The element at an index; null if that is not known. */
  static @Nullable Value at(Value array, Value index) {
    List<Value> elements = elements(array);
    int i = index.constant() instanceof Integer number ? number : -1;
    return elements == null || i < 0 || i >= elements.size() ? null : elements.get(i);
  }

  /**
   * The field {@code length} of an array; null if that is not known. One that is a text was made of
   * the last argument of a call.
   */
  static @Nullable Value member(Value array, String name, @Nullable Type type) {
    if (!name.equals("length")) {
      return null;
    }
    if (type instanceof Type.Array && array.constant() instanceof String) {
      return Value.constant(1);
    }
    List<Value> elements = elements(array);
    return elements == null ? null : Value.constant(elements.size());
  }

  /** An array of which one element has changed. */
  static Value changed(Value array) {
    return elements(array) == null ? array : Value.unknown(array.data());
  }
}
