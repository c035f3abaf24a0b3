package io.github.errorhygiene.domain;

import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.EnumConstant;
import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.Known.Instance;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.function.ToIntBiFunction;

/**
 * An order of values by what is known of them: the same in every run, whatever was found first.
 * Goes no further than to the first difference: what is known of an exception may have other
 * exceptions in it, and those again.
 */
final class Order {
  private static final Comparator<Escape> OF_CAUGHT =
      Comparator.<Escape>naturalOrder()
          .thenComparing(Escape::source)
          .thenComparing(Escape::unconditional);

  private Order() {}

  /** By name, then by value. */
  static int ofFields(Map<String, Value> one, Map<String, Value> other) {
    return one.equals(other)
        ? 0
        : ofAll(one.entrySet(), other.entrySet(), (left, right) -> ofField(left, right));
  }

  private static int ofField(Map.Entry<String, Value> one, Map.Entry<String, Value> other) {
    int byName = one.getKey().compareTo(other.getKey());
    return byName != 0 ? byName : ofValues(one.getValue(), other.getValue());
  }

  /** Values that differ in nothing but their type are told apart by nobody. */
  static int ofValues(Value one, Value other) {
    if (one.equals(other)) {
      return 0;
    }
    int byAlternatives = ofAll(one.inOrder(), other.inOrder(), Order::ofKnown);
    if (byAlternatives != 0) {
      return byAlternatives;
    }
    int byOpen = Boolean.compare(one.open(), other.open());
    if (byOpen != 0) {
      return byOpen;
    }
    int byData = Long.compare(one.data().bits(), other.data().bits());
    if (byData != 0) {
      return byData;
    }
    int byAbsence = Long.compare(one.absence().bits(), other.absence().bits());
    return byAbsence != 0
        ? byAbsence
        : ofAll(one.failures().escapes(), other.failures().escapes(), OF_CAUGHT::compare);
  }

  /** Calls and functions are told apart by where they are. */
  @SuppressWarnings("ReferenceEquality" /* the very same is equal */)
  static int ofKnown(Known one, Known other) {
    if (one == other) {
      return 0;
    }
    if (one instanceof Caught left && other instanceof Caught right) {
      return OF_CAUGHT.compare(left.escape(), right.escape());
    }
    if (one instanceof Instance left && other instanceof Instance right) {
      int byType = left.type().compareTo(right.type());
      return byType != 0 ? byType : ofFields(left.fields(), right.fields());
    }
    if (one instanceof EnumConstant left && other instanceof EnumConstant right) {
      int byType = left.type().compareTo(right.type());
      return byType != 0 ? byType : left.name().compareTo(right.name());
    }
    if (one instanceof Function left && other instanceof Function right) {
      return left.site().place().compareTo(right.site().place());
    }
    int byKind = one.getClass().getSimpleName().compareTo(other.getClass().getSimpleName());
    return byKind != 0 ? byKind : one.toString().compareTo(other.toString());
  }

  /** One after the other; those with nothing more come first. */
  private static <T> int ofAll(Iterable<T> ones, Iterable<T> others, ToIntBiFunction<T, T> order) {
    Iterator<T> left = ones.iterator();
    Iterator<T> right = others.iterator();
    while (left.hasNext() && right.hasNext()) {
      int byNext = order.applyAsInt(left.next(), right.next());
      if (byNext != 0) {
        return byNext;
      }
    }
    return Boolean.compare(left.hasNext(), right.hasNext());
  }
}
