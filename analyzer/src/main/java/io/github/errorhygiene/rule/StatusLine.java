package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Envelope;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers as people read them: a status line, a header, a sketch of the body. */
final class StatusLine {
  private StatusLine() {}

  /** {@code HTTP/1.1 404 Not Found}; empty for status 0, words if there is no answer. */
  static String of(int status) {
    if (status == 0) {
      return "";
    }
    if (Answer.isNone(status)) {
      return Answer.label(status);
    }
    return ("HTTP/1.1 " + status + " " + Status.reason(status)).strip();
  }

  /** After "answers": {@code 404}, {@code nothing} or {@code 200 with code 404}. */
  static String answered(Answer answer) {
    if (Answer.isNone(answer.status())) {
      return "nothing";
    }
    Envelope envelope = answer.envelope();
    String inside = envelope == null ? "" : " with " + envelope.key() + " " + envelope.code();
    return answer.status() + inside;
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
    return of(answer, answer.judged());
  }

  /** The same answer with another status, or code of its envelope. */
  static String of(Answer answer, int judged) {
    Envelope envelope = answer.envelope();
    return envelope == null
        ? of(judged, answer.contentType(), answer.bodyKeys())
        : of(answer.status(), answer.contentType(), answer.bodyKeys())
            .replace(unknown(envelope.key()), "\"" + envelope.key() + "\": " + judged);
  }

  private static String unknown(String key) {
    return "\"" + key + "\": …";
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

  /** The same answer with a further header. */
  static String withHeader(Answer answer, String name, String value) {
    String plain = of(answer);
    int body = plain.indexOf("\n\n");
    String head = body < 0 ? plain : plain.substring(0, body);
    return head + "\n" + name + ": " + value + plain.substring(head.length());
  }

  private static String body(SortedSet<String> keys) {
    if (keys.isEmpty()) {
      return "";
    }
    return keys.stream().map(StatusLine::unknown).collect(Collectors.joining(", ", "\n\n{", "}"));
  }
}
