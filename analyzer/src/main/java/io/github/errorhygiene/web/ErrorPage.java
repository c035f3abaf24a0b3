package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.unit.Certainty;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the framework or the container writes for an error that nobody gives a body.
 *
 * @param contentType that a client gets who accepts anything; null if unknown or without a body
 * @param keys members of the JSON body
 * @param exposes internals that it shows, as in {@link Answer#exposes()}
 * @param showsMessage whether it shows the message that an error is sent with
 */
public record ErrorPage(
    @Nullable String contentType,
    SortedSet<String> keys,
    List<String> exposes,
    boolean showsMessage) {
  public ErrorPage {
    keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    exposes = List.copyOf(exposes);
  }

  /** A page that shows no message. */
  public ErrorPage(@Nullable String contentType, SortedSet<String> keys, List<String> exposes) {
    this(contentType, keys, exposes, false);
  }

  /** The answer with a status. */
  public Answer answer(int status, Certainty requestId, Certainty logged) {
    return new Answer(status, contentType, keys, requestId, exposes, logged);
  }
}
