package io.github.errorhygiene.contract;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A place that turns an exception into an answer.
 *
 * @param name what a developer calls it: {@code ApiErrors#notFound(OrderMissing)},
 *     {@code @ResponseStatus on OrderMissing}, {@code DefaultHandlerExceptionResolver}
 * @param place null when the framework supplies it
 * @param catches the exception type it was chosen for, a fully qualified name
 * @param maker the method that makes the answer for it; null if it does so itself or that is not
 *     known
 */
public record Boundary(
    Kind kind, String name, @Nullable Place place, String catches, @Nullable Maker maker)
    implements Comparable<Boundary> {
  private static final Comparator<Boundary> ORDER =
      Comparator.comparing(Boundary::name)
          .thenComparing(Boundary::place, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Boundary::catches)
          .thenComparing(Boundary::kind);

  /** What sort of place. */
  public enum Kind {
    /** A catch block on the way that answers itself. */
    CATCH("catch"),
    /** A handler method or mapper of the application. */
    HANDLER("handler"),
    /** A status declared on the exception or carried by it. */
    DECLARED_STATUS("declared-status"),
    /** The framework maps this exception type by itself. */
    FRAMEWORK("framework"),
    /** What guards the framework's error page answers instead of the page. */
    GUARD("guard");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** As written in the JSON report. */
    public String label() {
      return label;
    }
  }

  /** A place that makes the answer itself. */
  public Boundary(Kind kind, String name, @Nullable Place place, String catches) {
    this(kind, name, place, catches, null);
  }

  /**
   * Takes every unexpected exception: catches {@code Throwable}, {@code Exception} or {@code
   * RuntimeException}.
   */
  public boolean catchesAll() {
    return catches.equals("java.lang.Throwable")
        || catches.equals("java.lang.Exception")
        || catches.equals("java.lang.RuntimeException");
  }

  /** Whether code of the application writes the answer, and does not only name a status. */
  public boolean writes() {
    return place != null && (kind == Kind.HANDLER || kind == Kind.CATCH);
  }

  @Override
  public int compareTo(Boundary other) {
    return ORDER.compare(this, other);
  }
}
