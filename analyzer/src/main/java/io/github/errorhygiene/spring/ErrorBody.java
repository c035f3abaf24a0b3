package io.github.errorhygiene.spring;

import io.github.errorhygiene.web.ErrorPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What Boot's error controller answers. */
final class ErrorBody {
  /** Its members (DefaultErrorAttributes with default options). */
  static final Set<String> KEYS = Set.of("timestamp", "status", "error", "path");

  private ErrorBody() {}

  /**
   * The same with what the configuration adds.
   *
   * @param properties the application's: {@code server.error.include-*}, since Boot 4 {@code
   *     spring.web.error.include-*}
   */
  static ErrorPage page(Map<String, String> properties) {
    SortedSet<String> keys = new TreeSet<>(KEYS);
    List<String> exposes = new ArrayList<>();
    for (Inclusion inclusion : Inclusion.values()) {
      if (inclusion.isOn(properties)) {
        keys.add(inclusion.key);
        exposes.add(inclusion.exposed);
      }
    }
    return new ErrorPage("application/json", keys, exposes);
  }

  /** What it has if the configuration says so. */
  private enum Inclusion {
    MESSAGE("message", "message", "message"),
    STACK_TRACE("stacktrace", "trace", "stack-trace"),
    EXCEPTION("exception", "exception", "type");

    private final String property;
    private final String key;
    private final String exposed;

    Inclusion(String property, String key, String exposed) {
      this.property = property;
      this.key = key;
      this.exposed = exposed;
    }

    private boolean isOn(Map<String, String> properties) {
      return Stream.of("server.error.include-", "spring.web.error.include-")
          .map(prefix -> properties.getOrDefault(prefix + property, ""))
          .anyMatch(value -> value.equals("always") || value.equals("true"));
    }
  }
}
