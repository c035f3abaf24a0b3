package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Established;
import io.github.errorhygiene.domain.Path;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.LocalSymbol;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is sure of parts of an object that the client sent. A test in one method, {@code if
 * (order.getItems() == null) throw …}, is remembered with the object, so that it is known wherever
 * the object goes.
 */
final class Parts {
  private static final int DEEPEST = 3;

  /** What a test may have found out; the name is what its promise begins with. */
  private enum Kind {
    THERE,
    SOME,
    PARSABLE
  }

  private Parts() {}

  /** Remembers what is known of the part that {@code key} stands for with the object. */
  static void note(State state, Object key) {
    if (!(key instanceof Path path) || !isField(path)) {
      return;
    }
    @Nullable Value part = state.get(path);
    Set<String> sure = part == null ? Set.of() : sure(part);
    Set<String> deeper = part == null ? Set.of() : deeper(part);
    if (!sure.isEmpty() || !deeper.isEmpty()) {
      note(state, path, sure, deeper);
    }
  }

  /** What is known of parts of the part. */
  private static Set<String> deeper(Value part) {
    Set<String> deeper = new TreeSet<>();
    for (String promise : part.data().found()) {
      if (promise.contains(":") && !promise.endsWith(":")) {
        deeper.add(promise);
      }
    }
    return deeper;
  }

  /**
   * @param sure what the names of promises begin with
   * @param deeper promises about parts of the part
   */
  private static void note(State state, Path path, Set<String> sure, Set<String> deeper) {
    Deque<String> names = new ArrayDeque<>();
    Object root = path;
    while (root instanceof Path part && isField(part)) {
      names.push(part.step().substring(1));
      root = part.target();
    }
    @Nullable Value object =
        root instanceof LocalSymbol && names.size() <= DEEPEST ? state.get(root) : null;
    if (object != null && object.data().has(Trait.INPUT)) {
      Set<String> promises = new TreeSet<>();
      String name = String.join(".", names);
      sure.forEach(start -> promises.add(start + ":" + name));
      deeper.forEach(promise -> promises.add(within(name, promise)));
      state.set(root, object.withData(object.data().foundBy(promises)));
    }
  }

  private static String within(String part, String promise) {
    int end = promise.lastIndexOf(':');
    return promise.substring(0, end + 1) + part + "." + promise.substring(end + 1);
  }

  private static boolean isField(Path path) {
    return path.arguments().isEmpty() && !path.step().endsWith(")") && !path.step().equals(".?");
  }

  private static Set<String> sure(Value part) {
    Set<String> sure = new TreeSet<>();
    if (Established.Sure.of(part).present()) {
      sure.add(Kind.THERE.name());
    }
    if (part.data().has(Trait.NOT_EMPTY)) {
      sure.add(Kind.SOME.name());
    }
    if (part.data().has(Trait.CHECKED)) {
      sure.add(Kind.PARSABLE.name());
    }
    part.data().found().stream().filter(Again::isPromise).forEach(sure::add);
    return sure;
  }

  /** A field of an object, with what is known of it, and of its parts. */
  static Value read(Dependence object, String field, Value value) {
    Value known = value;
    Set<String> deeper = new TreeSet<>();
    for (String promise : object.found()) {
      int end = promise.lastIndexOf(':');
      String start = promise.substring(0, Math.max(end, 0));
      String of = promise.substring(end + 1);
      if (end > 0 && of.equals(field)) {
        known = with(known, start);
      } else if (end > 0 && of.startsWith(field + ".")) {
        deeper.add(start + ":" + of.substring(field.length() + 1));
      }
    }
    return deeper.isEmpty() ? known : known.withData(known.data().foundBy(deeper));
  }

  private static Value with(Value value, String start) {
    if (Again.isPromise(start)) {
      return value.withData(value.data().foundBy(Set.of(start)));
    }
    return switch (Kind.valueOf(start)) {
      case THERE -> value.sure();
      case SOME -> value.sure().withData(value.data().with(Trait.NOT_EMPTY));
      case PARSABLE -> value.withData(value.data().with(Trait.CHECKED));
    };
  }
}
