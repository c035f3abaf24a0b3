package io.github.errorhygiene.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the bundled lists of rows that lie beside adapters. */
public final class YamlRows {
  private YamlRows() {}

  /**
   * The rows of a bundled file.
   *
   * @param beside the class whose package holds the file
   * @throws IllegalStateException if the bundled file is missing: a bug of this project
   */
  public static List<Map<?, ?>> read(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing " + resource);
      }
      Object root =
          new Load(LoadSettings.builder().setLabel(resource).build()).loadFromInputStream(in);
      List<Map<?, ?>> rows = new ArrayList<>();
      for (Object entry : (List<?>) root) {
        rows.add((Map<?, ?>) entry);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Map<?, ?> row, String key, String otherwise) {
    Object value = row.get(key);
    return value == null ? otherwise : value.toString();
  }

  public static int number(Map<?, ?> row, String key, int otherwise) {
    return row.get(key) instanceof Integer number ? number : otherwise;
  }

  static Map<String, Integer> numbers(@Nullable Object value) {
    Map<String, Integer> numbers = new TreeMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, number) -> numbers.put(key.toString(), (Integer) number));
    }
    return numbers;
  }

  /** The texts of a list, or the only text; none if there is no value. */
  public static List<String> strings(@Nullable Object value) {
    List<String> strings = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> strings.add(String.valueOf(item)));
    } else if (value != null) {
      strings.add(value.toString());
    }
    return strings;
  }
}
