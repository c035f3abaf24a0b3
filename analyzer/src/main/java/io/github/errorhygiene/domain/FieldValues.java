package io.github.errorhygiene.domain;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the fields of an object, sorted by name. Immutable, so that nobody has to copy
 * it who keeps it; small and compared all the time, so that it is two arrays and knows its hash.
 */
final class FieldValues extends AbstractMap<String, Value> {
  private static final FieldValues NONE = new FieldValues(new String[0], new Value[0]);

  private final String[] names;
  private final Value[] values;

  /** 0 as long as nobody has asked. */
  private int hash;

  private FieldValues(String[] names, Value[] values) {
    this.names = names;
    this.values = values;
  }

  /** Those fields. */
  static FieldValues of(Map<String, Value> fields) {
    if (fields instanceof FieldValues same) {
      return same;
    }
    if (fields.isEmpty()) {
      return NONE;
    }
    boolean sorted = fields instanceof SortedMap<String, Value> map && map.comparator() == null;
    Map<String, Value> inOrder = sorted || fields.size() == 1 ? fields : new TreeMap<>(fields);
    return new FieldValues(
        inOrder.keySet().toArray(new String[0]), inOrder.values().toArray(new Value[0]));
  }

  /** The same with one more, or with another value of one. */
  FieldValues with(String name, Value value) {
    int at = Arrays.binarySearch(names, name);
    if (at >= 0) {
      Value[] changed = values.clone();
      changed[at] = value;
      return new FieldValues(names, changed);
    }
    int place = -at - 1;
    String[] moreNames = Arrays.copyOf(names, names.length + 1);
    Value[] moreValues = Arrays.copyOf(values, values.length + 1);
    System.arraycopy(names, place, moreNames, place + 1, names.length - place);
    System.arraycopy(values, place, moreValues, place + 1, values.length - place);
    moreNames[place] = name;
    moreValues[place] = value;
    return new FieldValues(moreNames, moreValues);
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public @Nullable Value get(@Nullable Object name) {
    int at = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return name instanceof String text && Arrays.binarySearch(names, text) >= 0;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Value> action) {
    for (int i = 0; i < names.length; i++) {
      action.accept(names[i], values[i]);
    }
  }

  @Override
  public Set<Map.Entry<String, Value>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return names.length;
      }

      @Override
      public Iterator<Map.Entry<String, Value>> iterator() {
        return entries();
      }
    };
  }

  private Iterator<Map.Entry<String, Value>> entries() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < names.length;
      }

      @Override
      public Map.Entry<String, Value> next() {
        if (next == names.length) {
          throw new NoSuchElementException();
        }
        return Map.entry(names[next], values[next++]);
      }
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    return other instanceof FieldValues that
        ? hashCode() == that.hashCode()
            && Arrays.equals(names, that.names)
            && Arrays.equals(values, that.values)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int sum = 0;
      for (int i = 0; i < names.length; i++) {
        sum += names[i].hashCode() ^ Objects.hashCode(values[i]);
      }
      hash = sum;
    }
    return hash;
  }
}
