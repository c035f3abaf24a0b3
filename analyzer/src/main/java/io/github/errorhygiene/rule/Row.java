package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Reaction;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A failure and where it belongs: what the rules sort and group.
 *
 * @param endpoint null for a failure of every request
 * @param server which of several applications answers; empty if nobody knows
 */
record Row(@Nullable Endpoint endpoint, Failure failure, String server) {
  Row(Endpoint endpoint, Failure failure) {
    this(endpoint, failure, endpoint.server());
  }

  /** All rows: endpoint by endpoint, then those of every request. */
  static Stream<Row> of(Application application) {
    return Stream.concat(
        application.contracts().stream().flatMap(Row::of),
        application.general().entrySet().stream().flatMap(e -> of(e.getKey(), e.getValue())));
  }

  private static Stream<Row> of(String server, List<Failure> failures) {
    return failures.stream().map(failure -> new Row(null, failure, server));
  }

  private static Stream<Row> of(Contract contract) {
    return contract.failures().stream().map(failure -> new Row(contract.endpoint(), failure));
  }

  /** Whether the application that answers has that endpoint. */
  boolean isOf(Endpoint other) {
    return server.equals(other.server());
  }

  /** What nobody thought of, at each endpoint, by each way in which it may be answered. */
  static Stream<Row> unexpected(Application application) {
    return application.contracts().stream()
        .flatMap(
            contract ->
                contract.unexpected().stream()
                    .map(reaction -> new Row(contract.endpoint(), unexpected(reaction))));
  }

  private static Failure unexpected(Reaction reaction) {
    return new Failure(
        "",
        "an unexpected failure",
        Failure.RaisedBy.APPLICATION,
        FailureMode.UNEXPECTED,
        null,
        Failure.Cause.UNKNOWN,
        reaction.boundary(),
        reaction.answer(),
        0,
        FailureMode.UNEXPECTED.status(),
        List.of(),
        Verdict.UNKNOWN,
        false,
        true,
        false,
        List.of());
  }

  /** The answer is known to be wrong, and what fits is known. */
  boolean isWrong() {
    return failure.known()
        && failure.verdict() == Verdict.WRONG
        && failure.fits() != 0
        && failure.mode() != FailureMode.UNKNOWN;
  }

  /**
   * What was looked up is not there, is used all the same, and the client sees an error of ours.
   */
  boolean isAbsent() {
    return failure.absent()
        && isWrong()
        && (failure.answer().judged() >= 500 || failure.isOfGuard());
  }

  /**
   * A handler for everything, or what guards the error page, answers what the exception would have
   * answered better by itself; a success is another matter.
   */
  boolean isStolen() {
    Boundary boundary = failure.boundary();
    return boundary != null
        && (failure.isOfGuard() || isCatchAll(boundary))
        && asksForTheClientsFault(failure.declaredStatus())
        && failure.declaredStatus() != failure.answer().judged()
        && failure.answer().judged() / 100 != 2
        && failure.known()
        && failure.verdict() == Verdict.WRONG;
  }

  private static boolean isCatchAll(Boundary boundary) {
    return boundary.kind() == Boundary.Kind.HANDLER && boundary.catchesAll();
  }

  /** The caller's fault, or 503, which no catch-all can guess (RFC 9110 sections 15.5, 15.6.4). */
  private static boolean asksForTheClientsFault(int status) {
    return (status >= 400 && status < 500) || status == 503;
  }

  /** {@code unknown path} where the framework's failures have words, else {@code OrderMissing}. */
  String label() {
    return failure.summary().isEmpty() ? Names.simple(failure.exception()) : failure.summary();
  }
}
