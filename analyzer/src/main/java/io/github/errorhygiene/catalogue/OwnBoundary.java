package io.github.errorhygiene.catalogue;

import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A place outside of the sources that answers, as the user knows it: the advice of a starter, a
 * method that makes error answers.
 *
 * @param name for people
 * @param exception binary name of what it answers, with all that is below it; empty if it is a
 *     method
 * @param owner binary name of the type that declares the method; empty if there is none
 * @param method its name
 * @param status of the answer
 * @param requestId whether the answer carries a request id
 * @param logs whether the exception is logged with its stack trace
 * @param contentType null if unknown
 * @param bodyKeys names of the members of the body
 */
public record OwnBoundary(
    String name,
    String exception,
    String owner,
    String method,
    int status,
    Certainty requestId,
    Certainty logs,
    @Nullable String contentType,
    SortedSet<String> bodyKeys) {
  private static final Set<String> KEYS =
      Set.of(
          "exception", "call", "name", "status", "request-id", "logs", "content-type", "body-keys");

  public OwnBoundary {
    bodyKeys = Collections.unmodifiableSortedSet(new TreeSet<>(bodyKeys));
  }

  static List<OwnBoundary> read(YamlRow root) throws YamlException {
    List<OwnBoundary> all = new ArrayList<>();
    for (YamlRow row : root.rows("boundaries")) {
      all.add(readRow(row));
    }
    return all;
  }

  static OwnBoundary readRow(YamlRow row) throws YamlException {
    row.allow(KEYS);
    String exception = row.text("exception");
    String call = row.text("call");
    if ((exception == null) == (call == null)) {
      throw row.problem("a boundary needs either 'exception' or 'call'");
    }
    if (call != null && !call.matches("[^#\\s]+#[^#\\s(]+")) {
      throw row.problem("call", "'call' is like com.acme.Errors#answer, not '" + call + "'");
    }
    if (call != null && row.keys().contains("logs")) {
      throw row.problemAt("logs", "what a method logs is said under 'methods': {log: error}");
    }
    List<Integer> status = row.numbers("status", 200, 599);
    if (status.isEmpty()) {
      throw row.problem("'status' is missing");
    }
    if (status.size() > 1) {
      throw row.problem("status", "'status' must be one number");
    }
    List<String> keys = row.texts("body-keys");
    String name = row.text("name");
    String known =
        call == null ? "the answer for " + simple(String.valueOf(exception)) : simple(call);
    return new OwnBoundary(
        name == null ? known : name,
        exception == null ? "" : exception,
        call == null ? "" : call.substring(0, call.indexOf('#')),
        call == null ? "" : call.substring(call.indexOf('#') + 1),
        status.get(0),
        certainty(row, "request-id"),
        certainty(row, "logs"),
        row.text("content-type"),
        keys == null ? new TreeSet<>() : new TreeSet<>(keys));
  }

  private static Certainty certainty(YamlRow row, String key) throws YamlException {
    return row.keys().contains(key) ? Certainty.of(row.flag(key, false)) : Certainty.UNKNOWN;
  }

  private static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
