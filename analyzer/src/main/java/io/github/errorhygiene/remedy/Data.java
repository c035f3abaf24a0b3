package io.github.errorhygiene.remedy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The bundled files beside this class. */
final class Data {
  private Data() {}

  /**
   * A file whose root is a mapping.
   *
   * @throws IllegalStateException if it is missing: a bug of this project
   */
  static Map<?, ?> read(String name) {
    try (InputStream in = Data.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("missing " + name + ".yaml");
      }
      return (Map<?, ?>)
          new Load(LoadSettings.builder().setLabel(name).build()).loadFromInputStream(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Map<?, ?> root, String key) {
    Object value = root.get(key);
    return value == null ? "" : value.toString();
  }

  static List<String> list(@Nullable Object value) {
    List<String> list = new ArrayList<>();
    if (value instanceof List<?> items) {
      items.forEach(item -> list.add(String.valueOf(item)));
    }
    return list;
  }

  /** In the order of the file. */
  static Map<String, String> map(@Nullable Object value) {
    Map<String, String> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> entries) {
      entries.forEach((key, text) -> map.put(String.valueOf(key), String.valueOf(text)));
    }
    return map;
  }

  static Map<String, Integer> numbers(@Nullable Object value) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    map(value).forEach((key, text) -> numbers.put(key, Integer.valueOf(text)));
    return numbers;
  }
}
