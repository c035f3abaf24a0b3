package io.github.errorhygiene.contract;

import io.github.errorhygiene.unit.Certainty;
import java.util.Collection;
import java.util.Collections;
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
 * @param exposes what internals the answer shows, each one of {@link #ANY_MESSAGE}, {@link
 *     #MESSAGE}, {@link #STACK_TRACE}, {@link #STATEMENT}, {@link #TYPE}; sorted
 * @param logged whether the exception was logged with its stack trace on the way
 * @param headers names of the headers that are set for this answer, as they are written, sorted;
 *     without those of filters
 * @param correlated whether the log line of who answers carries the id that the answer carries;
 *     unknown where either is not there, or the id is one that the log has anyway
 */
public record Answer(
    int status,
    @Nullable String contentType,
    SortedSet<String> bodyKeys,
    Certainty requestId,
    List<String> exposes,
    Certainty logged,
    SortedSet<String> headers,
    Certainty correlated) {
  /** In {@link #exposes}: the message of an exception that the program did not write. */
  public static final String MESSAGE = "message";

  /** In {@link #exposes}: the message of whatever a clause for all exceptions caught. */
  public static final String ANY_MESSAGE = "any-message";

  /** In {@link #exposes}: statements, names of tables or constraints of a database. */
  public static final String STATEMENT = "statement";

  /** In {@link #exposes}: a stack trace. */
  public static final String STACK_TRACE = "stack-trace";

  /** In {@link #exposes}: the name of an exception's class. */
  public static final String TYPE = "type";

  public Answer {
    bodyKeys = Collections.unmodifiableSortedSet(new TreeSet<>(bodyKeys));
    exposes = exposes.stream().sorted().distinct().toList();
    headers = Collections.unmodifiableSortedSet(new TreeSet<>(headers));
  }

  /** An answer without headers of its own. */
  public Answer(
      int status,
      @Nullable String contentType,
      SortedSet<String> bodyKeys,
      Certainty requestId,
      List<String> exposes,
      Certainty logged) {
    this(
        status,
        contentType,
        bodyKeys,
        requestId,
        exposes,
        logged,
        new TreeSet<>(),
        Certainty.UNKNOWN);
  }

  /** The same with these headers. */
  public Answer withHeaders(Collection<String> names) {
    SortedSet<String> all = new TreeSet<>(names);
    return new Answer(status, contentType, bodyKeys, requestId, exposes, logged, all, correlated);
  }

  /** The same of a failure that was logged before it came to who answers. */
  public Answer alreadyLogged() {
    return new Answer(
        status, contentType, bodyKeys, requestId, exposes, Certainty.YES, headers, correlated);
  }

  /** The same, of which the log line carries the id or not. */
  public Answer withCorrelation(Certainty known) {
    return new Answer(status, contentType, bodyKeys, requestId, exposes, logged, headers, known);
  }

  /** An answer of which only the status is known. */
  public static Answer ofStatus(int status) {
    return new Answer(
        status, null, new TreeSet<>(), Certainty.UNKNOWN, List.of(), Certainty.UNKNOWN);
  }
}
