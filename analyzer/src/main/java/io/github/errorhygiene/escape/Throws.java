package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Condition;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Escape.Source;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns thrown values into escapes. */
final class Throws {
  /** Field that holds the wrapped exception. */
  static final String CAUSE = "#cause";

  /**
   * Of an exception that somebody else made, of which not even the class is known; and of one that
   * refuses what has passed constraints before.
   */
  private static final Condition UNTOLD =
      new Condition(Dependence.UNKNOWN, false, Condition.NONE, 1);

  /** Of an argument that only constants decide to be wrong: that is no question of who calls. */
  private static final Condition FIXED =
      new Condition(Dependence.CONSTANT, false, Condition.NONE, 1);

  private Throws() {}

  /** Raises what {@code throw value} raises. */
  static void raise(Frame frame, Value value, String staticType, Site here) {
    for (Known known : value.alternatives()) {
      if (known instanceof Caught caught) {
        frame.raise(told(frame, caught.escape()), new Via(here, null, null));
      } else if (known instanceof Instance instance) {
        raiseNew(frame, instance.type(), instance.fields(), here);
      }
    }
    boolean nothingKnown = value.escapes().isEmpty() && value.instances().isEmpty();
    if (nothingKnown && !value.isNothing()) {
      boolean general = staticType.startsWith("java.lang.");
      raise(frame, staticType, Map.of(), here, general ? UNTOLD : frame.condition().deciding());
    }
  }

  @SuppressWarnings("ReferenceEquality" /* NONE is one object */)
  private static void raiseNew(Frame frame, String type, Map<String, Value> fields, Site here) {
    Condition deciding = frame.condition().deciding();
    boolean fixed = deciding == Condition.NONE && frame.condition() != Condition.NONE;
    boolean checked = deciding.on().has(Trait.CHECKED) && !deciding.absence();
    if (type.equals("java.lang.IllegalArgumentException") && (fixed || checked)) {
      deciding = fixed ? FIXED : UNTOLD;
    } else if (type.equals("java.lang.IllegalStateException") && fixed) {
      deciding = FIXED;
    }
    raise(frame, type, fields, here, deciding);
  }

  private static void raise(
      Frame frame, String type, Map<String, Value> fields, Site here, Condition deciding) {
    for (Escape escape : made(type, PeerStatus.blamed(fields, deciding), here, deciding)) {
      frame.raise(told(frame, escape), new Via(here, null, null));
    }
  }

  /** Who handles an exception, logs it and throws on has told of it. */
  private static Escape told(Frame frame, Escape escape) {
    return frame.logs().has(Logs.Line.EXCEPTION) ? escape.logged() : escape;
  }

  /** What a new exception is: one for each that it may wrap. */
  @SuppressWarnings("ReferenceEquality" /* NONE is one object */)
  private static List<Escape> made(
      String type, Map<String, Value> fields, Site here, Condition deciding) {
    List<Escape> made = new ArrayList<>();
    for (@Nullable Escape inner : inner(fields, here, deciding)) {
      made.add(
          new Escape(
              type,
              here,
              Source.THROWN,
              "",
              deciding.cause(),
              deciding.absence(),
              deciding == Condition.NONE,
              null,
              telling(fields),
              inner));
    }
    return made;
  }

  /** One wrapped exception of each type, caught or new; a list of null if there is none. */
  private static List<@Nullable Escape> inner(
      Map<String, Value> fields, Site here, Condition deciding) {
    Map<String, Escape> byType = new LinkedHashMap<>();
    Value cause = fields.getOrDefault(CAUSE, Value.NOTHING);
    List<Escape> wrapped = new ArrayList<>(cause.escapes());
    for (Instance instance : cause.instances()) {
      wrapped.addAll(made(instance.type(), instance.fields(), here, deciding));
    }
    for (Escape escape : wrapped) {
      byType.putIfAbsent(escape.type() + escape.cause() + escape.absence(), escape);
    }
    List<@Nullable Escape> inner = new ArrayList<>(byType.values());
    if (inner.isEmpty()) {
      inner.add(null);
    }
    return inner;
  }

  /** Fields of which something is known, without objects nested too deep. */
  private static Map<String, Value> telling(Map<String, Value> fields) {
    Map<String, Value> kept = new TreeMap<>();
    fields.forEach(
        (name, value) -> {
          Value cut = value.cut(1);
          boolean tells = !cut.alternatives().isEmpty() || cut.data().showsExceptions();
          if (!name.equals(CAUSE) && tells) {
            kept.put(name, cut);
          }
        });
    return kept;
  }
}
