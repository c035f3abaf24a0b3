package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rule's complaint, once per cause.
 *
 * @param rule id of the rule
 * @param message one sentence, no capital unless a type, no full stop
 * @param place what to change: the boundary or the handler
 * @param exception fully qualified name, empty if the finding is not about one exception
 * @param endpoints those concerned, sorted; empty if it concerns every request
 * @param origin where the failure arises; null if the framework raises it
 * @param status what the client sees now; 0 if unknown or not one status
 * @param fits what fits; 0 if the status is not the complaint
 * @param now what the client sees now, as an HTTP status line and perhaps a body, for people
 * @param instead what would fit, likewise
 * @param trace numbered steps from an endpoint to the origin and to the boundary
 * @param request a command line that provokes it, with placeholders for data; empty if unknown
 * @param remedy how to mend it; {@link Remedy#NONE} if nothing is known
 * @param fingerprint 32 hexadecimal digits that survive moved lines; unique within one analysis
 */
public record Finding(
    String rule,
    Severity severity,
    String message,
    Place place,
    String exception,
    List<Endpoint> endpoints,
    @Nullable Place origin,
    int status,
    int fits,
    String now,
    String instead,
    List<Step> trace,
    String request,
    Remedy remedy,
    String fingerprint)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::place)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::exception)
          .thenComparing(Finding::message)
          .thenComparing(Finding::fingerprint);

  public Finding {
    endpoints = endpoints.stream().sorted().toList();
    trace = List.copyOf(trace);
  }

  /** A finding as its rule makes it: how to provoke and to mend it is added later. */
  public Finding(
      String rule,
      Severity severity,
      String message,
      Place place,
      String exception,
      List<Endpoint> endpoints,
      @Nullable Place origin,
      int status,
      int fits,
      String now,
      String instead,
      List<Step> trace,
      String fingerprint) {
    this(
        rule,
        severity,
        message,
        place,
        exception,
        endpoints,
        origin,
        status,
        fits,
        now,
        instead,
        trace,
        "",
        Remedy.NONE,
        fingerprint);
  }

  Finding withSeverity(Severity other) {
    return with(other, request, remedy, fingerprint);
  }

  Finding withFingerprint(String other) {
    return with(severity, request, remedy, other);
  }

  /** The same, and how to provoke and to mend it. */
  public Finding withRemedy(String otherRequest, Remedy otherRemedy) {
    return with(severity, otherRequest, otherRemedy, fingerprint);
  }

  private Finding with(
      Severity otherSeverity, String otherRequest, Remedy otherRemedy, String otherFingerprint) {
    return new Finding(
        rule,
        otherSeverity,
        message,
        place,
        exception,
        endpoints,
        origin,
        status,
        fits,
        now,
        instead,
        trace,
        otherRequest,
        otherRemedy,
        otherFingerprint);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}
