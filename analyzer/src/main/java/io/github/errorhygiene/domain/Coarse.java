package io.github.errorhygiene.domain;

import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.Constant;
import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Known.Proceed;
import io.github.errorhygiene.program.LocalSymbol;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes values coarser, so that summaries for alike arguments are shared and iterations end. */
public final class Coarse {
  /** Deepest nesting of functions in what functions captured. */
  private static final int MOST_FUNCTIONS = 3;

  /** Most things that a value is known to be one of. */
  private static final int MOST_ALTERNATIVES = 12;

  private static final int MOST_OF_A_KIND = 60;

  /** Statuses that clauses give: of which exception each is would be lost. */
  private static final int MOST_STATUSES = 30;

  private Coarse() {}

  /**
   * Coarser: objects nested deeper than {@code depth} become unknown, functions nested deeper than
   * three as well.
   */
  static Value cut(Value value, int depth) {
    if (!isDeeper(value, depth)) {
      return value;
    }
    Set<Known> kept = new LinkedHashSet<>();
    boolean lost = false;
    for (Known known : value.alternatives()) {
      if (known instanceof Instance instance) {
        if (depth == 0) {
          lost = true;
          continue;
        }
        Map<String, Value> fields = new TreeMap<>();
        instance.fields().forEach((name, field) -> fields.put(name, cut(field, depth - 1)));
        kept.add(new Instance(instance.type(), fields));
      } else if (known instanceof Function function && function.depth() > MOST_FUNCTIONS) {
        lost = true;
      } else {
        kept.add(known);
      }
    }
    return changed(value, kept, lost);
  }

  /** Functions in captured values in functions… */
  static int functionDepth(Value value) {
    int deepest = 0;
    for (Known known : value.alternatives()) {
      if (known instanceof Function function) {
        deepest = Math.max(deepest, function.depth());
      } else if (known instanceof Instance instance) {
        for (Value field : instance.fields().values()) {
          deepest = Math.max(deepest, functionDepth(field));
        }
      }
    }
    return deepest;
  }

  private static boolean isDeeper(Value value, int depth) {
    for (Known known : value.alternatives()) {
      boolean deeper =
          known instanceof Instance instance
              ? depth == 0 || isDeeper(instance, depth - 1)
              : known instanceof Function function && function.depth() > MOST_FUNCTIONS;
      if (deeper) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDeeper(Instance instance, int depth) {
    for (Value value : instance.fields().values()) {
      if (isDeeper(value, depth)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Coarsest that still tells apart what matters for control: functions and types of objects stay.
   */
  static Value general(Value value) {
    return general(value, false);
  }

  /**
   * The same, but constants that programs decide by stay: what may be a status ({@code error(400,
   * text)}), enum constants and truth values. Texts do not.
   */
  static Value decisive(Value value) {
    return general(value, true);
  }

  private static Value general(Value value, boolean decisive) {
    Set<Known> kept = new LinkedHashSet<>();
    boolean lost = false;
    for (Known known : value.alternatives()) {
      if ((decisive && isDecisive(known))
          || known instanceof Function
          || known instanceof Proceed
          || known instanceof Caught
          || known instanceof Known.Something
          || known instanceof Known.Answered
          || known.equals(Constant.NULL)) {
        kept.add(known);
      } else if (known instanceof Instance instance) {
        boolean made = Registrations.isMade(instance) || standsForFailure(instance);
        boolean wraps = decisive && wrapsFailure(instance);
        Instance less = wraps ? deciding(instance) : new Instance(instance.type(), Map.of());
        kept.add(made ? instance : less);
        lost |= !made && less.fields().size() < instance.fields().size();
      } else {
        lost = true;
      }
    }
    Value coarse = changed(value, kept, lost);
    boolean isNull = value.alternatives().contains(Constant.NULL) || value.alternatives().isEmpty();
    return value.open() || isNull ? coarse : coarse.sure().absentBy(value.absence());
  }

  /** Only what it depends on, and its functions, of which the same holds. */
  public static Value faint(Value value) {
    Set<Known> kept = new LinkedHashSet<>();
    for (Known known : value.alternatives()) {
      if (known instanceof Function function) {
        kept.add(faint(function));
      }
    }
    return new Value(kept, true, value.data().whole(), value.absence());
  }

  private static Function faint(Function function) {
    Map<LocalSymbol, Value> captured = new LinkedHashMap<>();
    function.captured().forEach((local, value) -> captured.put(local, faint(value)));
    Value self = faintReceiver(function.self());
    return new Function(function.node(), function.body(), captured, self, function.site());
  }

  /** Only of which classes it may be. */
  public static Value faintReceiver(Value value) {
    Set<Known> kept = new LinkedHashSet<>();
    for (Known known : value.alternatives()) {
      kept.add(
          known instanceof Instance instance ? new Instance(instance.type(), Map.of()) : known);
    }
    return new Value(kept, value.open(), Dependence.UNKNOWN, value.absence()).typed(value.type());
  }

  private static boolean isDecisive(Known known) {
    Object value = known instanceof Constant constant ? constant.value() : null;
    boolean status = value instanceof Integer code && (code == 200 || (code >= 400 && code < 600));
    return known instanceof Known.EnumConstant || value instanceof Boolean || status;
  }

  /** A request that failed: who answers it decides by the exception. */
  private static boolean standsForFailure(Instance instance) {
    return instance.fields().containsKey(Escape.FAILURE);
  }

  /** It holds an exception: it is another one, most likely, that was made of it. */
  public static boolean wrapsFailure(Instance instance) {
    return instance.fields().values().stream()
        .flatMap(field -> field.alternatives().stream())
        .anyMatch(Caught.class::isInstance);
  }

  /** With those fields alone that programs decide by. */
  private static Instance deciding(Instance instance) {
    Map<String, Value> fields = new TreeMap<>();
    instance
        .fields()
        .forEach(
            (name, value) -> {
              boolean decides =
                  !value.open() && value.alternatives().stream().allMatch(Coarse::isDecisive);
              if (decides && !value.alternatives().isEmpty()) {
                fields.put(name, value);
              }
            });
    return new Instance(instance.type(), fields);
  }

  /**
   * The same of the object that a method runs on: of which class it is decides what runs, and which
   * constant of an enum it is, what it has for it.
   */
  public static Value receiver(Value value) {
    boolean exact =
        !value.open() && value.alternatives().stream().allMatch(Instance.class::isInstance);
    Value coarse = decisive(value);
    return exact
        ? new Value(
                coarse.without(Known.Something.class).alternatives(),
                false,
                coarse.data(),
                value.absence(),
                value.failures())
            .typed(value.type())
        : coarse;
  }

  /**
   * Fewer: of objects of one class one, with the fields that all of them have. Objects that are
   * changed here and there would be too many.
   */
  static Set<Known> merged(Set<Known> alternatives) {
    return merged(alternatives, Instance::type);
  }

  private static Set<Known> merged(
      Set<Known> alternatives, java.util.function.Function<Instance, String> kind) {
    Map<String, Instance> objects = new LinkedHashMap<>();
    Set<Known> merged = new LinkedHashSet<>();
    for (Known known : alternatives) {
      if (known instanceof Instance instance) {
        objects.merge(kind.apply(instance), instance, Coarse::merged);
      } else {
        merged.add(known);
      }
    }
    merged.addAll(objects.values());
    return merged;
  }

  /** As few as that; answers of several clauses or statuses stay apart as long as they can. */
  private static Set<Known> fewer(Set<Known> alternatives, int most) {
    Set<Known> merged = merged(alternatives, Coarse::clauseAndStatus);
    merged = merged.size() > most ? merged(merged, Coarse::statusOfClause) : merged;
    if (isTold(merged)) {
      return merged;
    }
    merged = merged.size() > most ? merged(merged, Coarse::clause) : merged;
    return merged.size() > most ? merged(merged) : merged;
  }

  /** Answers of clauses, and not too many. */
  private static boolean isTold(Set<Known> alternatives) {
    return alternatives.size() <= MOST_STATUSES
        && alternatives.stream()
            .anyMatch(
                known ->
                    known instanceof Instance answer
                        && answer.fields().containsKey(Answers.CLAUSE));
  }

  private static String clauseAndStatus(Instance object) {
    return clause(object) + object.fields().get(Escape.STATUS);
  }

  /** Which exception has which status, a clause may tell apart; else one is like the other. */
  private static String statusOfClause(Instance object) {
    return object.fields().containsKey(Answers.CLAUSE) ? clauseAndStatus(object) : clause(object);
  }

  /** Of an answer; what has no status yet is another kind. */
  private static String clause(Instance object) {
    boolean answered = object.fields().containsKey(Escape.STATUS);
    return object.type() + answered + object.fields().get(Answers.CLAUSE);
  }

  /** Either of two values. */
  static Value joined(Value one, Value other) {
    Set<Known> joined = new LinkedHashSet<>(one.alternatives());
    joined.addAll(other.alternatives());
    int most = isOnly(joined) ? MOST_OF_A_KIND : MOST_ALTERNATIVES;
    boolean merged = joined.size() > most;
    joined = merged ? fewer(joined, most) : joined;
    boolean many = joined.size() > most && !isTold(joined);
    return new Value(
            many ? Set.of() : joined,
            one.open() || other.open() || many,
            joined(one, other, merged),
            one.absence().and(other.absence()),
            one.failures().and(other.failures()))
        .typed(type(one, other));
  }

  /** Exceptions, or functions. */
  private static boolean isOnly(Set<Known> alternatives) {
    return alternatives.stream().allMatch(Caught.class::isInstance)
        || alternatives.stream().allMatch(Function.class::isInstance);
  }

  /** What never is, or is null, is of any type. */
  private static @Nullable String type(Value one, Value other) {
    if (one.completesNever() || one.isNull()) {
      return other.type();
    }
    return other.completesNever() || other.isNull() || Objects.equals(one.type(), other.type())
        ? one.type()
        : null;
  }

  /**
   * What either of two depends on, as far as they complete.
   *
   * @param merged of objects it is not known any more which of their fields were set
   */
  private static Dependence joined(Value one, Value other, boolean merged) {
    Dependence both =
        one.completesNever()
            ? other.data()
            : other.completesNever() ? one.data() : one.data().and(other.data());
    return merged ? both.whole() : both;
  }

  private static Instance merged(Instance one, Instance other) {
    Map<String, Value> fields = new TreeMap<>();
    one.fields()
        .forEach(
            (name, value) -> {
              Value same = other.fields().get(name);
              if (same != null) {
                fields.put(name, value.join(same));
              }
            });
    return new Instance(one.type(), fields);
  }

  private static Value changed(Value value, Set<Known> kept, boolean lost) {
    Dependence data = lost ? value.data().whole() : value.data();
    return new Value(kept, value.open() || lost, data, value.absence(), value.failures())
        .typed(value.type());
  }
}
