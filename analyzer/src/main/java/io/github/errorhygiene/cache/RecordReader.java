package io.github.errorhygiene.cache;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RecordWriter} wrote; throws an unchecked exception for anything else. */
final class RecordReader {
  private final Input in;
  private final Map<Class<?>, RecordShape> shapes = new HashMap<>();
  private final List<Object> read = new ArrayList<>();

  private final UnaryOperator<Record> now;

  private RecordReader(Input in, UnaryOperator<Record> now) {
    this.in = in;
    this.now = now;
  }

  static <T extends Record> T record(
      Class<T> type, byte[] bytes, int start, int length, UnaryOperator<Record> now) {
    Object value = new RecordReader(new Input(bytes, start, length, text -> text), now).read(type);
    if (value == null) {
      throw new IllegalStateException("a record is missing");
    }
    return type.cast(value);
  }

  private @Nullable Object read(Type type) {
    Class<?> raw = RecordShape.raw(type);
    if (raw == String.class) {
      return in.textOrNull();
    }
    if (raw == int.class || raw == Integer.class) {
      return in.number();
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return in.flag();
    }
    return in.flag() ? readPresent(raw, type) : null;
  }

  private Object readPresent(Class<?> raw, Type type) {
    if (raw.isEnum()) {
      return in.constant(raw.getEnumConstants());
    }
    if (raw.isRecord()) {
      return record(raw);
    }
    List<@Nullable Object> all = all(RecordShape.argument(type, 0));
    if (List.class.isAssignableFrom(raw)) {
      return all;
    }
    if (Set.class.isAssignableFrom(raw)) {
      return new TreeSet<>(all);
    }
    return map(all, all(RecordShape.argument(type, 1)));
  }

  private static Map<Object, Object> map(Collection<?> keys, Collection<?> values) {
    Map<Object, Object> map = new TreeMap<>();
    Iterator<?> each = values.iterator();
    keys.forEach(key -> map.put(key, each.next()));
    return map;
  }

  private List<@Nullable Object> all(Type type) {
    List<@Nullable Object> all = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      all.add(read(type));
    }
    return all;
  }

  private Object record(Class<?> raw) {
    int known = in.number();
    if (known > 0) {
      return read.get(known - 1);
    }
    RecordShape shape = shapes.computeIfAbsent(raw, RecordShape::of);
    @Nullable Object[] components = new @Nullable Object[shape.types().size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = read(shape.types().get(i));
    }
    try {
      Object value = now.apply((Record) shape.constructor().newInstance(components));
      read.add(value);
      return value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not what was written: " + raw, e);
    }
  }
}
