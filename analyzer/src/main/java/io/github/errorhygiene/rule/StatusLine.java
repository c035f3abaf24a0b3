package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Answer;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers as people read them: a status line, a header, a sketch of the body. */
final class StatusLine {
  /** Reason phrases of the IANA registry of HTTP status codes (RFC 9110 section 15, RFC 6585). */
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(201, "Created"),
          Map.entry(202, "Accepted"),
          Map.entry(204, "No Content"),
          Map.entry(301, "Moved Permanently"),
          Map.entry(302, "Found"),
          Map.entry(303, "See Other"),
          Map.entry(304, "Not Modified"),
          Map.entry(307, "Temporary Redirect"),
          Map.entry(308, "Permanent Redirect"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(402, "Payment Required"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(406, "Not Acceptable"),
          Map.entry(408, "Request Timeout"),
          Map.entry(409, "Conflict"),
          Map.entry(410, "Gone"),
          Map.entry(411, "Length Required"),
          Map.entry(412, "Precondition Failed"),
          Map.entry(413, "Content Too Large"),
          Map.entry(414, "URI Too Long"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(416, "Range Not Satisfiable"),
          Map.entry(417, "Expectation Failed"),
          Map.entry(421, "Misdirected Request"),
          Map.entry(422, "Unprocessable Content"),
          Map.entry(423, "Locked"),
          Map.entry(424, "Failed Dependency"),
          Map.entry(425, "Too Early"),
          Map.entry(426, "Upgrade Required"),
          Map.entry(428, "Precondition Required"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(431, "Request Header Fields Too Large"),
          Map.entry(451, "Unavailable For Legal Reasons"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"),
          Map.entry(507, "Insufficient Storage"));

  private StatusLine() {}

  /** {@code HTTP/1.1 404 Not Found}; empty for status 0, words if there is no answer. */
  static String of(int status) {
    if (status == 0) {
      return "";
    }
    if (Answer.isNone(status)) {
      return Answer.label(status);
    }
    return ("HTTP/1.1 " + status + " " + REASONS.getOrDefault(status, "")).strip();
  }

  /** After "answers": {@code 404} or {@code nothing}. */
  static String answered(int status) {
    return Answer.isNone(status) ? "nothing" : String.valueOf(status);
  }

  /** A sentence on what the client sees. */
  static String seen(int status) {
    return switch (status) {
      case Answer.CLOSED -> "the connection is closed without an answer";
      case Answer.PENDING -> "the client waits for an answer in vain";
      default -> "the client sees " + status;
    };
  }

  /** What the client sees, as far as it is known. */
  static String of(Answer answer) {
    return of(answer, answer.status());
  }

  /** The same answer with another status. */
  static String of(Answer answer, int status) {
    return of(status, answer.contentType(), answer.bodyKeys());
  }

  private static String of(int status, @Nullable String contentType, SortedSet<String> keys) {
    String line = of(status);
    if (line.isEmpty()) {
      return line;
    }
    String type = contentType == null ? "" : "\nContent-Type: " + contentType;
    return line + type + body(keys);
  }

  /** The same answer with a further member in its body or, without a known body, a header. */
  static String withRequestId(Answer answer) {
    if (answer.bodyKeys().isEmpty()) {
      return of(answer) + "\nX-Request-Id: …";
    }
    SortedSet<String> keys = new TreeSet<>(answer.bodyKeys());
    keys.add("request_id");
    return of(answer.status(), answer.contentType(), keys);
  }

  private static String body(SortedSet<String> keys) {
    if (keys.isEmpty()) {
      return "";
    }
    return keys.stream()
        .map(key -> "\"" + key + "\": …")
        .collect(Collectors.joining(", ", "\n\n{", "}"));
  }
}
