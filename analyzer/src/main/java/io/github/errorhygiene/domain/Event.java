package io.github.errorhygiene.domain;

import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.unit.Certainty;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens in a method and that no escape shows. How control came there is not part
 * of it.
 *
 * @param site where
 * @param detail what happens there, for people
 * @param failure the exception concerned, without what it wraps but its root; null if there is none
 * @param caught the type that the clause asks for, binary name; empty without a clause
 * @param logged whether the exception was logged with its stack trace; {@code UNKNOWN} if only
 *     something was said of it
 */
public record Event(
    Kind kind, Site site, String detail, @Nullable Escape failure, String caught, Certainty logged)
    implements Comparable<Event> {
  private static final Comparator<Event> ORDER =
      Comparator.comparing(Event::kind)
          .thenComparing(Event::site)
          .thenComparing(Event::detail)
          .thenComparing(Event::failure, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Event::caught)
          .thenComparing(Event::logged);

  @Override
  public int compareTo(Event other) {
    return ORDER.compare(this, other);
  }
}
