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
 * @param requestId whether it has a request id; null if the names of its members tell
 * @param status that is answered in place of the error's; 0 if none is
 */
public record ErrorPage(
    @Nullable String contentType,
    SortedSet<String> keys,
    List<String> exposes,
    boolean showsMessage,
    @Nullable Certainty requestId,
    int status) {
  public ErrorPage {
    keys = Collections.unmodifiableSortedSet(new TreeSet<>(keys));
    exposes = List.copyOf(exposes);
  }

  /** A page whose members tell whether it has a request id. */
  public ErrorPage(
      @Nullable String contentType,
      SortedSet<String> keys,
      List<String> exposes,
      boolean showsMessage) {
    this(contentType, keys, exposes, showsMessage, null, 0);
  }

  /** A page that shows no message. */
  public ErrorPage(@Nullable String contentType, SortedSet<String> keys, List<String> exposes) {
    this(contentType, keys, exposes, false);
  }

  /** The answer to an error with that status. */
  public Answer answer(int error, Certainty id, Certainty logged) {
    return new Answer(status > 0 ? status : error, contentType, keys, id, exposes, logged);
  }
}
