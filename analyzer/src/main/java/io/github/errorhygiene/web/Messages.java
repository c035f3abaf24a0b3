package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Value;

/** Whose words the message of an exception is, where a library writes it into an answer. */
public final class Messages {
  /** What the program put into the message, if that shows something. */
  private static final String MESSAGE = "#message";

  private Messages() {}

  /** What the message shows: nothing if the program wrote it. */
  public static Value of(Value exception) {
    Dependence shown = Dependence.NONE;
    for (Escape escape : exception.escapes()) {
      Value own = escape.fields().get(MESSAGE);
      if (own != null) {
        shown = shown.and(own.data());
      } else if (escape.source() != Escape.Source.THROWN) {
        shown = shown.with(Trait.MESSAGE);
      }
    }
    return exception.data().has(Trait.ANY_EXCEPTION)
        ? Value.unknown(shown.with(Trait.MESSAGE).with(Trait.ANY_MESSAGE))
        : Value.unknown(shown);
  }
}
