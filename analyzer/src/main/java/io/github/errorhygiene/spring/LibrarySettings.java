package io.github.errorhygiene.spring;

import io.github.errorhygiene.web.Statuses;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How a service configures a library that answers exceptions (ErrorHandlingProperties). */
final class LibrarySettings {
  private final Map<String, String> properties;
  private final String start;

  /**
   * Those with a prefix.
   *
   * @param properties the application's
   * @param prefix of the library's keys
   */
  LibrarySettings(Map<String, String> properties, String prefix) {
    this.properties = properties;
    this.start = prefix + ".";
  }

  private String get(String key, String otherwise) {
    return properties.getOrDefault(start + key, otherwise);
  }

  private boolean is(String key) {
    return get(key, "").equalsIgnoreCase("true");
  }

  boolean isEnabled() {
    return !get("enabled", "true").equalsIgnoreCase("false");
  }

  /** The status of a class; 0 if the configuration does not name it. */
  int status(String type) {
    String named = get("http-statuses." + type, get("http-statuses[" + type + "]", ""));
    return named.matches("\\d{3}")
        ? Integer.parseInt(named)
        : Statuses.named(named.replace('-', '_'));
  }

  boolean searchesSuperclasses() {
    return is("search-super-class-hierarchy");
  }

  /** Whether bodies have a member for the status. */
  boolean writesStatus() {
    return is("http-status-in-json-response");
  }

  /** The configured name of a member. */
  String written(String member) {
    return get("json-field-names." + member, member);
  }

  boolean logsStackTrace(int status) {
    boolean always = get("exception-logging", "").toLowerCase(Locale.ROOT).startsWith("with");
    return always || statuses().anyMatch(pattern -> covers(pattern, String.valueOf(status)));
  }

  private Stream<String> statuses() {
    String list = "full-stacktrace-http-statuses";
    Stream<String> written = List.of(get(list, "").split("\\s*,\\s*")).stream();
    Stream<String> items =
        properties.keySet().stream()
            .filter(key -> key.startsWith(start + list + "["))
            .map(key -> properties.getOrDefault(key, ""));
    return Stream.concat(written, items);
  }

  /** {@code 5xx}, {@code 50x}, {@code 500}. */
  private static boolean covers(String pattern, String status) {
    return pattern.length() == 3
        && status.matches(pattern.toLowerCase(Locale.ROOT).replace('x', '.'));
  }
}
