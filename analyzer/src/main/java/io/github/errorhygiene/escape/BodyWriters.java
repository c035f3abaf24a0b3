package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import java.util.Map;
import java.util.Set;

/**
 * Functions that write the body of the answer when the handler has returned: they are given the
 * response's stream, and what fails when they have flushed it fails too late.
 */
final class BodyWriters {
  /** What such a function is given. */
  static final Value STREAM = Value.of(new Instance(Answers.WRITER, Map.of()));

  private static final Set<String> TYPES = Roles.of(Role.BODY_WRITER);

  /** The response's stream is open before anything is written. */
  private static final Instance OPEN =
      new Instance("#answer", Map.of(Answers.OPENED, Value.constant("getOutputStream")));

  private BodyWriters() {}

  static boolean isOne(String type) {
    return TYPES.contains(type);
  }

  /**
   * What leaves such a function, with all that was sent before.
   *
   * @param answer that is given with the body; nothing if the body is all
   */
  static Escape leaving(Escape escape, Value answer) {
    Value sent = escape.fields().getOrDefault(Escape.SENT, Value.NOTHING);
    if (sent.isNothing()) {
      return escape;
    }
    Value given = answer.instances().isEmpty() ? Value.of(OPEN) : Answers.seen(answer);
    Value before = Answers.after(given, Value.of(OPEN));
    return escape.telling(Map.of(Escape.SENT, Answers.after(before, sent)));
  }
}
