package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Escape.Source;
import io.github.errorhygiene.domain.Value;
import java.util.List;

/** What the circumstances of a throw say of the kind of failure, whatever its type claims. */
final class Circumstances {
  private static final List<String> PROTOCOL =
      List.of("#next()", "#nextElement()", "#peek()", "#previous()");

  private Circumstances() {}

  /** What something stored names is not there: no caller named it. */
  static boolean isOfStored(Escape escape, FailureMode claimed) {
    return claimed == FailureMode.MISSING && escape.absence() && escape.cause() == Cause.STATE;
  }

  /**
   * What is wrong with a configuration that the service keeps: a client may just have sent it, as
   * to a service whose clients edit it.
   */
  static boolean isOfEdited(Escape escape, FailureMode claimed) {
    return claimed == FailureMode.MISCONFIGURED
        && escape.source() == Source.THROWN
        && escape.cause() == Cause.STATE;
  }

  /**
   * What iterators throw at their end, as {@code java.util.Iterator.next} wants: their caller did
   * not ask whether there is more.
   */
  static boolean isMisuse(Escape escape) {
    String method = escape.origin().method();
    return escape.source() == Source.THROWN
        && escape.type().equals("java.util.NoSuchElementException")
        && PROTOCOL.stream().anyMatch(method::endsWith);
  }

  /** What the text of a throw says whose cause is in the request, or the answer of a peer. */
  static FailureMode said(Escape escape) {
    FailureMode mode = text(escape);
    Escape decides = escape.inner() == null ? escape : escape.inner();
    boolean asked = asked(decides) == Cause.REQUEST;
    boolean answered = escape.cause() == Cause.UPSTREAM && mode == FailureMode.UPSTREAM_ERROR;
    return asked || answered ? mode : FailureMode.UNKNOWN;
  }

  /** What the text of a throw says, whatever its cause. */
  static FailureMode text(Escape escape) {
    Value said = escape.fields().getOrDefault(Escape.SAID, Value.NOTHING);
    return escape.source() == Source.THROWN && said.constant() instanceof String text
        ? FailureMode.valueOf(text)
        : FailureMode.UNKNOWN;
  }

  /**
   * Something that the request asks for was looked up and is not there. What is thrown because
   * something else failed says nothing of the kind: that failure does, which may be any that the
   * clause takes.
   */
  static boolean isSought(Escape escape) {
    return escape.absence() && escape.cause() == Cause.REQUEST && escape.reason() == null;
  }

  /** That an upstream does not have what it was asked for is no failure of the upstream. */
  static Cause asked(Escape escape) {
    boolean absent = escape.absence() && escape.cause() == Cause.UPSTREAM;
    return absent ? Cause.REQUEST : escape.cause();
  }

  /**
   * A type that says little, such as {@code IllegalStateException}, thrown for a reason that is not
   * in the request, or one that says nothing, such as {@code Exception}, thrown for one that is:
   * who is to blame cannot be told.
   */
  static FailureMode generic(Escape escape, FailureMode mode) {
    boolean unclear = escape.cause() == Cause.STATE || escape.cause() == Cause.UNKNOWN;
    return escape.source() == Source.THROWN && unclear ? FailureMode.UNKNOWN : mode;
  }
}
