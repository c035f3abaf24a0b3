package io.github.errorhygiene.contract;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.unit.Certainty;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens on the way from an endpoint and that no row shows, because no exception
 * leaves by it.
 *
 * @param place where it happens: the catch clause, the {@code throw}, the call
 * @param detail what happens there, for people; which words depends on the kind: what reads, how a
 *     call is made again
 * @param exception the exception concerned, a fully qualified name with dots; empty if there is
 *     none
 * @param mode what kind of failure that is; {@link FailureMode#UNKNOWN} if there is none
 * @param dependsOn what its cause depends on
 * @param origin where it arises; null if there is none
 * @param attempted the library method that failed, e.g. {@code Files.write}; empty if none did
 * @param caught the type that the clause asks for, a fully qualified name; empty without a clause
 * @param logged whether the exception was logged with its stack trace; {@code UNKNOWN} if only
 *     something was said of it
 * @param confident false if it rests on something unresolved
 * @param trace from the endpoint to the place; explanation only
 */
public record Incident(
    Kind kind,
    Place place,
    String detail,
    String exception,
    FailureMode mode,
    Cause dependsOn,
    @Nullable Place origin,
    String attempted,
    String caught,
    Certainty logged,
    boolean confident,
    List<Step> trace)
    implements Comparable<Incident> {
  private static final Comparator<Incident> ORDER =
      Comparator.comparing(Incident::kind)
          .thenComparing(Incident::place)
          .thenComparing(Incident::exception)
          .thenComparing(Incident::attempted)
          .thenComparing(Incident::origin, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Incident::detail)
          .thenComparing(Incident::mode)
          .thenComparing(Incident::dependsOn);

  /** What happens. */
  public enum Kind {
    /** A failure is dropped, and the code goes on as if nothing had happened. */
    SWALLOWED,
    /** A failure is replaced by nothing, or by a value that says nothing of it. */
    REPLACED,
    /** An exception is made of another one and does not keep it. */
    CAUSE_LOST,
    /** A call that failed is made again at once, until it succeeds or for some number of times. */
    RETRIED,
    /** The code reads the request's body to its end and keeps it. */
    STREAM_READ,
    /** The framework reads the request's body to its end and hands it over. */
    BODY_READ,
    /** An uploaded file is read to its end and kept. */
    UPLOAD_READ
  }

  /** Whether a body or an uploaded file is read into memory as a whole. */
  public boolean readsBody() {
    return kind == Kind.STREAM_READ || kind == Kind.BODY_READ || kind == Kind.UPLOAD_READ;
  }

  public Incident {
    trace = List.copyOf(trace);
  }

  @Override
  public int compareTo(Incident other) {
    return ORDER.compare(this, other);
  }
}
