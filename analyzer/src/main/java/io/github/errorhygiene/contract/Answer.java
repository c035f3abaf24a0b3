package io.github.errorhygiene.contract;

import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the client sees.
 *
 * @param status 0 if unknown
 * @param contentType null if unknown or without a body
 * @param bodyKeys names of the members of a JSON body, sorted; empty if there is no body, or it is
 *     not an object, or unknown
 * @param requestId whether the body or a header leads to the log line
 * @param exposes what internals the answer shows, each one of {@code message}, {@code stack-trace},
 *     {@code type}; sorted
 * @param logged whether the exception was logged with its stack trace on the way
 */
public record Answer(
    int status,
    @Nullable String contentType,
    SortedSet<String> bodyKeys,
    Certainty requestId,
    List<String> exposes,
    Certainty logged) {
  public Answer {
    bodyKeys = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(bodyKeys));
    exposes = exposes.stream().sorted().distinct().toList();
  }

  /** An answer of which only the status is known. */
  public static Answer ofStatus(int status) {
    return new Answer(
        status, null, new TreeSet<>(), Certainty.UNKNOWN, List.of(), Certainty.UNKNOWN);
  }
}
