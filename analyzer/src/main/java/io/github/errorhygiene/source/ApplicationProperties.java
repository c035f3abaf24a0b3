package io.github.errorhygiene.source;

import io.github.errorhygiene.unit.Gap;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What Spring Boot's {@code application.properties}, {@code .yml} and {@code .yaml} say, wherever
 * they lie in the project. Files and sections that hold for a profile only are left out.
 *
 * @param values by key, as written, placeholders included. The map's own order of keys is Boot's
 *     relaxed one: {@code server.maxHttpSize} finds {@code server.max-http-size}.
 * @param gaps what could not be read
 * @param files what each file says, those first that win
 */
public record ApplicationProperties(
    SortedMap<String, String> values, List<Gap> gaps, List<OfFile> files) {
  private static final Set<String> NAMES =
      Set.of("application.properties", "application.yml", "application.yaml");

  private static final List<String> CONDITIONS =
      List.of("spring.config.activate.on-profile", "spring.profiles");

  /** Between the documents of a properties file. */
  private static final Pattern NEXT_DOCUMENT = Pattern.compile("(?m)^[#!]---[ \\t]*$");

  /** What Maven puts in when it copies resources: no YAML before that. */
  private static final Pattern FILTERED =
      Pattern.compile("(?m)((?::|-)[ \\t]+)(@[\\w.-]+@[^\\n\\r\"#]*)$");

  public ApplicationProperties {
    values = Collections.unmodifiableSortedMap(values);
    gaps = List.copyOf(gaps);
    files = List.copyOf(files);
  }

  /** What one file says. */
  public record OfFile(String path, SortedMap<String, String> values) {}

  /**
   * Reads the files of a tree. If several have a key, that of a {@code config} directory wins, then
   * properties over YAML, as in Boot, then the first path.
   */
  public static ApplicationProperties find(FileTree tree) {
    List<OfFile> files = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    for (SourceFile file : tree.files(NAMES::contains).stream().sorted(precedence()).toList()) {
      SortedMap<String, String> values = relaxed();
      read(file, values, gaps);
      files.add(new OfFile(file.path(), values));
    }
    return new ApplicationProperties(joined(files, path -> true), gaps, files);
  }

  /** The same of some of the files alone, by their paths. */
  public SortedMap<String, String> valuesIn(Predicate<String> paths) {
    return Collections.unmodifiableSortedMap(joined(files, paths));
  }

  private static SortedMap<String, String> joined(List<OfFile> files, Predicate<String> paths) {
    SortedMap<String, String> values = relaxed();
    files.stream()
        .filter(file -> paths.test(file.path()))
        .forEach(file -> file.values().forEach(values::putIfAbsent));
    return values;
  }

  private static Comparator<SourceFile> precedence() {
    Comparator<SourceFile> inConfig =
        Comparator.comparing(file -> !("/" + file.path()).contains("/config/application."));
    return inConfig
        .thenComparing(file -> !file.path().endsWith(".properties"))
        .thenComparing(Comparator.naturalOrder());
  }

  private static SortedMap<String, String> relaxed() {
    return new TreeMap<>(Comparator.comparing(ApplicationProperties::uniform));
  }

  private static String uniform(String key) {
    return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static void read(SourceFile file, SortedMap<String, String> values, List<Gap> gaps) {
    String text = DataFile.text(file);
    if (text == null) {
      gaps.addAll(DataFile.unreadable(file, "cannot be read").gaps());
    } else if (file.path().endsWith(".properties")) {
      NEXT_DOCUMENT.splitAsStream(text).forEach(part -> properties(file, part, values, gaps));
    } else {
      DataFile data = DataFile.parse(file, FILTERED.matcher(text).replaceAll("$1\"$2\""));
      gaps.addAll(data.gaps());
      data.documents().forEach(document -> yaml(document, values));
    }
  }

  private static void properties(
      SourceFile file, String text, SortedMap<String, String> values, List<Gap> gaps) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      gaps.addAll(DataFile.unreadable(file, "is not a well-formed properties file").gaps());
    }
    SortedMap<String, String> section = relaxed();
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(key -> section.put(key, properties.getProperty(key)));
    add(section, values);
  }

  private static void yaml(Object document, SortedMap<String, String> values) {
    SortedMap<String, String> section = relaxed();
    flatten("", document, section);
    add(section, values);
  }

  private static void flatten(String key, Object value, SortedMap<String, String> section) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, inner) -> flatten(key.isEmpty() ? "" + name : key + "." + name, inner, section));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        flatten(key + "[" + i + "]", list.get(i), section);
      }
    } else if (value != null) {
      section.putIfAbsent(key, value.toString());
    }
  }

  private static void add(SortedMap<String, String> section, SortedMap<String, String> values) {
    if (CONDITIONS.stream().noneMatch(section::containsKey)) {
      section.forEach(values::putIfAbsent);
    }
  }
}
