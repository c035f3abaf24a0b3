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
 * @param status 0 if unknown; {@link #CLOSED} or {@link #PENDING} if there is no answer at all
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
 * @param envelope what the body says in place of the status, where the user accepts that and it
 *     looks like a status; null otherwise
 * @param admits whether the body is a text which says that something failed
 */
public record Answer(
    int status,
    @Nullable String contentType,
    SortedSet<String> bodyKeys,
    Certainty requestId,
    List<String> exposes,
    Certainty logged,
    SortedSet<String> headers,
    Certainty correlated,
    @Nullable Envelope envelope,
    boolean admits) {
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

  /**
   * In place of a status: no whole answer, the connection is closed before. So the JDK's HTTP
   * server ends when a handler throws, and containers when something fails after the status was
   * sent.
   */
  public static final int CLOSED = -1;

  /**
   * In place of a status: no answer, the connection stays open and the client waits until it loses
   * patience. So asynchronous handlers end that never complete a response.
   */
  public static final int PENDING = -2;

  public Answer {
    boolean none = isNone(status);
    contentType = none ? null : contentType;
    requestId = none ? Certainty.NO : requestId;
    bodyKeys = Collections.unmodifiableSortedSet(new TreeSet<>(none ? new TreeSet<>() : bodyKeys));
    exposes = none ? List.of() : exposes.stream().sorted().distinct().toList();
    headers = Collections.unmodifiableSortedSet(none ? new TreeSet<>() : new TreeSet<>(headers));
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
        Certainty.UNKNOWN,
        null,
        false);
  }

  /** The same with these headers. */
  public Answer withHeaders(Collection<String> names) {
    SortedSet<String> all = new TreeSet<>(names);
    return with(requestId, logged, all, correlated);
  }

  /** The same of a failure that was logged before it came to who answers. */
  public Answer alreadyLogged() {
    return with(requestId, Certainty.YES, headers, correlated);
  }

  /** The same, of which the log line carries the id or not. */
  public Answer withCorrelation(Certainty known) {
    return with(requestId, logged, headers, known);
  }

  /** The same, with a body that has no members: it is no JSON object. */
  public Answer withoutKeys() {
    return new Answer(
        status,
        contentType,
        new TreeSet<>(),
        requestId,
        exposes,
        logged,
        headers,
        correlated,
        envelope,
        admits);
  }

  /** Whether that, in place of a status, says that there is no answer. */
  public static boolean isNone(int status) {
    return status < 0;
  }

  /** For people: {@code 404}, {@code unknown}, {@code no answer: the connection is closed}. */
  public static String label(int status) {
    return switch (status) {
      case 0 -> "unknown";
      case CLOSED -> "no answer: the connection is closed";
      case PENDING -> "no answer: the client waits in vain";
      default -> String.valueOf(status);
    };
  }

  /** The same, whose body says that in place of the status. */
  public Answer withEnvelope(@Nullable Envelope found) {
    return new Answer(
        status,
        contentType,
        bodyKeys,
        requestId,
        exposes,
        logged,
        headers,
        correlated,
        found,
        admits);
  }

  /** The same, whose body is a text which says that something failed, or not. */
  public Answer withAdmission(boolean says) {
    return new Answer(
        status,
        contentType,
        bodyKeys,
        requestId,
        exposes,
        logged,
        headers,
        correlated,
        envelope,
        says);
  }

  private Answer with(Certainty id, Certainty log, SortedSet<String> names, Certainty known) {
    return new Answer(
        status, contentType, bodyKeys, id, exposes, log, names, known, envelope, admits);
  }

  /** What is judged as the status: the envelope's code if it counts, else the status itself. */
  public int judged() {
    return envelope == null ? status : envelope.code();
  }

  /** Whether there is no answer, or one that says that something failed. */
  public boolean isError() {
    return isNone(status) || judged() >= 400;
  }

  /** The same answer, of which is known whether it leads to the log line. */
  public Answer withRequestId(Certainty id) {
    return with(id, logged, headers, correlated);
  }

  /** An answer of which only the status is known. */
  public static Answer ofStatus(int status) {
    return new Answer(
        status, null, new TreeSet<>(), Certainty.UNKNOWN, List.of(), Certainty.UNKNOWN);
  }
}
