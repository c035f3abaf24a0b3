package io.github.errorhygiene.classfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the data file that names the bundled libraries. Its form is described at its head. */
final class LibraryList {
  private static final String LEAVE_OUT = "leave-out";

  private LibraryList() {}

  /**
   * The libraries in the order of the file.
   *
   * @throws IllegalArgumentException if a row is not as it should be; the message quotes it
   */
  static List<Library> parse(String yaml) {
    Object root = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    if (!(root instanceof Map<?, ?> file)) {
      throw new IllegalArgumentException("not a mapping: " + root);
    }
    List<String> everywhere = texts(file.get(LEAVE_OUT));
    List<Library> libraries = new ArrayList<>();
    for (Object row : list(file.get("libraries"))) {
      libraries.add(library(row, everywhere));
    }
    return libraries;
  }

  private static Library library(Object row, List<String> everywhere) {
    if (!(row instanceof Map<?, ?> columns)) {
      throw new IllegalArgumentException("not a library: " + row);
    }
    String[] names = String.valueOf(columns.get("library")).split(":", -1);
    String licence = String.valueOf(columns.get("licence"));
    if (names.length != 3 || !(columns.get("licence") instanceof String)) {
      throw new IllegalArgumentException("library group:artifact:version and licence: " + row);
    }
    List<String> own = texts(columns.get(LEAVE_OUT));
    return new Library(names[0], names[1], names[2], licence, anyOf(everywhere, own));
  }

  private static Pattern anyOf(List<String> some, List<String> more) {
    return Pattern.compile(
        Stream.concat(some.stream(), more.stream()).collect(Collectors.joining("|", "(?:", ")")));
  }

  private static List<String> texts(@Nullable Object value) {
    return list(value).stream().map(String::valueOf).toList();
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
