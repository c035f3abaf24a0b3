package io.github.errorhygiene.cache;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of records, enums, texts, numbers, flags, lists, sets and maps of them, equal ones
 * once. {@link RecordReader} reads them; sets and maps come back in their natural order.
 */
public final class RecordWriter {
  private final Output out = new Output();
  private final Map<Class<?>, RecordShape> shapes = new HashMap<>();
  private final Map<Object, Integer> written = new HashMap<>();

  private RecordWriter() {}

  /**
   * The bytes of a record: the same for equal ones.
   *
   * @throws IllegalArgumentException if it holds something else
   */
  public static byte[] bytes(Record value) {
    RecordWriter writer = new RecordWriter();
    writer.write(value, value.getClass());
    return writer.out.toBytes();
  }

  private void write(@Nullable Object value, Type type) {
    Class<?> raw = RecordShape.raw(type);
    if (raw == String.class) {
      out.text((String) value);
    } else if (raw == int.class || raw == Integer.class) {
      out.number((Integer) some(value));
    } else if (raw == boolean.class || raw == Boolean.class) {
      out.flag((Boolean) some(value));
    } else {
      out.flag(value != null);
      if (value != null) {
        writePresent(value, raw, type);
      }
    }
  }

  private static Object some(@Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("a boxed number or flag is null");
    }
    return value;
  }

  private void writePresent(Object value, Class<?> raw, Type type) {
    if (value instanceof Enum<?> constant) {
      out.constant(constant);
    } else if (value instanceof Record && value.getClass() == raw) {
      record(value, raw);
    } else if (value instanceof List<?> list) {
      all(list, RecordShape.argument(type, 0));
    } else if (value instanceof Set<?> set) {
      all(new TreeSet<>(set), RecordShape.argument(type, 0));
    } else if (value instanceof Map<?, ?> map) {
      Map<?, ?> sorted = new TreeMap<>(map);
      all(sorted.keySet(), RecordShape.argument(type, 0));
      all(sorted.values(), RecordShape.argument(type, 1));
    } else {
      throw new IllegalArgumentException("cannot be kept: " + type);
    }
  }

  private void all(Collection<?> values, Type type) {
    out.number(values.size());
    values.forEach(value -> write(value, type));
  }

  /** Those that are part of others are complete, and numbered, before them. */
  private void record(Object value, Class<?> raw) {
    Integer known = written.get(value);
    out.number(known == null ? 0 : known + 1);
    if (known != null) {
      return;
    }
    RecordShape shape = shapes.computeIfAbsent(raw, RecordShape::of);
    for (int i = 0; i < shape.types().size(); i++) {
      write(component(value, shape, i), shape.types().get(i));
    }
    written.put(value, written.size());
  }

  private static @Nullable Object component(Object value, RecordShape shape, int index) {
    try {
      return shape.accessors().get(index).invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("cannot be kept: " + value.getClass(), e);
    }
  }
}
