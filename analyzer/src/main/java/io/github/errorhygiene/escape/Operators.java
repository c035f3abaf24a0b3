package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.text.Lengths;
import io.github.errorhygiene.text.Pieces;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What binary operators make of two values. */
final class Operators {
  private static final int LONGEST_TEXT = 1_000;

  private Operators() {}

  static Value apply(String operator, Value left, Value right, ExceptionTexts texts) {
    if (left.isNothing() || right.isNothing()) {
      return Value.NOTHING;
    }
    if (operator.equals("+") && left.constant() != null && right.constant() != null) {
      return constants(left, right);
    }
    Dependence data = left.data().and(right.data()).computed();
    if (operator.equals("+")) {
      data = data.and(texts.text(left)).and(texts.text(right));
      data = Lengths.ofBoth(left, right, data);
      Value text = text(left, isBegun(left, right) ? data.with(Trait.BEGUN) : data);
      return Pieces.added(text, left, right);
    }
    data = data.withoutExceptionTexts();
    Object a = left.constant();
    Object b = right.constant();
    if (a != null && b != null && operator.equals("==")) {
      return Value.constant(a.equals(b));
    }
    if (a instanceof Integer x && b instanceof Integer y && "-*".contains(operator)) {
      return Value.constant(operator.equals("-") ? x - y : x * y);
    }
    if (a != null && b != null && operator.equals("!=")) {
      return Value.constant(!a.equals(b));
    }
    return Value.unknown(data).absentBy(left.absence().and(right.absence()));
  }

  /** The request says how a text goes on, and not how it begins. */
  private static boolean isBegun(Value left, Value right) {
    boolean own = !left.data().on(Cause.REQUEST) && !left.data().on(Cause.UNKNOWN);
    return left.data().has(Trait.BEGUN) || (own && right.data().on(Cause.REQUEST));
  }

  /**
   * What comparing two whole numbers gives; null if they are not known. Not to be believed of
   * variables that change: that of a loop counts on.
   */
  static @Nullable Boolean compare(String operator, Value left, Value right) {
    Long a = whole(left);
    Long b = whole(right);
    if (a == null || b == null) {
      return null;
    }
    return switch (operator) {
      case "<" -> a < b;
      case "<=" -> a <= b;
      case ">" -> a > b;
      case ">=" -> a >= b;
      default -> null;
    };
  }

  private static @Nullable Long whole(Value value) {
    return value.constant() instanceof Integer || value.constant() instanceof Long
        ? (Long) ((Number) value.constant()).longValue()
        : null;
  }

  /** A text that starts as {@code left} does. */
  private static Value text(Value left, Dependence data) {
    Set<Known> starts = new LinkedHashSet<>();
    for (Known known : left.alternatives()) {
      if (known instanceof Known.Constant constant && constant.value() instanceof String start) {
        starts.add(new Known.StartsWith(start));
      } else if (known instanceof Known.StartsWith) {
        starts.add(known);
      }
    }
    return new Value(starts, left.open() || starts.isEmpty(), data, Dependence.NONE).sure();
  }

  private static Value constants(Value left, Value right) {
    Object a = left.constant();
    Object b = right.constant();
    if (a instanceof Integer x && b instanceof Integer y) {
      return Value.constant(x + y).withData(left.data().and(right.data()));
    }
    String text = String.valueOf(a) + b;
    return text.length() > LONGEST_TEXT ? Value.unknown(Dependence.CONSTANT) : Value.constant(text);
  }
}
