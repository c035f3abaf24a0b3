package io.github.errorhygiene.remedy;

import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Command lines that provoke failures. */
final class Requests {
  private static final Map<?, ?> BY_SUMMARY = Data.read("requests");
  private static final Set<String> WITH_BODY = Set.of("PATCH", "POST", "PUT");

  private Requests() {}

  /** A line for {@code curl}; placeholders are in braces, as in the path. */
  static String provoking(Subject subject) {
    Contract example = subject.example();
    if (example == null) {
      return "";
    }
    String summary = subject.failures().isEmpty() ? "" : subject.failures().get(0).summary();
    Map<String, String> row = Data.map(BY_SUMMARY.get(summary));
    Endpoint endpoint = example.endpoint();
    String method = row.getOrDefault("method", method(endpoint));
    String options = row.getOrDefault("options", body(method));
    String path = row.getOrDefault("path", endpoint.path());
    return String.join(
        " ", words("curl -gi", method.equals("GET") ? "" : "-X " + method, url(path), options));
  }

  private static List<String> words(String... words) {
    return List.of(words).stream().filter(word -> !word.isEmpty()).toList();
  }

  private static String method(Endpoint endpoint) {
    return endpoint.method().equals("ANY") ? "GET" : endpoint.method();
  }

  private static String body(String method) {
    return WITH_BODY.contains(method) ? "-H 'Content-Type: application/json' -d '{…}'" : "";
  }

  private static String url(String path) {
    return "'http://localhost:8080" + path.replace("'", "%27") + "'";
  }
}
