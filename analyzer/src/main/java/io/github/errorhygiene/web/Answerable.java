package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Documentation;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Reaction;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Tells which documented statuses a handler never answers, where that can be told. */
final class Answerable {
  /**
   * Statuses that nobody answers but the application: others come from frameworks, containers,
   * security filters and gateways, which are not always seen (RFC 9110 section 15.5, RFC 4918, RFC
   * 6585, RFC 7725).
   */
  private static final Set<Integer> OF_APPLICATIONS =
      Set.of(402, 404, 409, 410, 412, 422, 423, 424, 428, 451);

  private final Framework framework;
  private final Program program;

  Answerable(Framework framework, Program program) {
    this.framework = framework;
    this.program = program;
  }

  /**
   * What is known of the answers of a handler.
   *
   * @param rows all failures, those by which filters refuse requests included
   */
  record Known(
      Handler handler,
      Prepared prepared,
      SelfAnswers.Split own,
      List<Failure> rows,
      List<Reaction> unexpected) {
    /** Whether it may answer in ways that are not known. */
    private boolean isOpen() {
      return own.open() || summaries().anyMatch(Summary::isOpen);
    }

    private Stream<Summary> summaries() {
      return Stream.concat(prepared.before().stream(), Stream.of(prepared.answer()));
    }
  }

  SortedSet<Integer> idle(Documentation documentation, Known known) {
    SortedSet<Integer> idle = new TreeSet<>();
    for (int status : OF_APPLICATIONS) {
      String written = String.valueOf(status);
      if (documentation.responses().stream().anyMatch(r -> r.status().equals(written))) {
        idle.add(status);
      }
    }
    idle.removeAll(known.own().success());
    known.rows().forEach(row -> idle.remove(row.answer().status()));
    return idle.isEmpty() || known.isOpen() ? new TreeSet<>() : without(idle, answered(known));
  }

  private static SortedSet<Integer> without(SortedSet<Integer> idle, SortedSet<Integer> answered) {
    idle.removeAll(answered);
    return answered.contains(0) ? new TreeSet<>() : idle;
  }

  /** By all that may fail, likely or not; 0 if one is not known. */
  private SortedSet<Integer> answered(Known known) {
    List<Escape> escapes = new ArrayList<>(foreign());
    known.summaries().forEach(summary -> escapes.addAll(summary.escapes()));
    SortedSet<Integer> statuses = new TreeSet<>();
    known.rows().forEach(row -> statuses.add(row.answer().status()));
    known.unexpected().forEach(reaction -> statuses.add(reaction.answer().status()));
    for (Escape escape : escapes) {
      framework
          .outcomes(known.handler(), escape)
          .forEach(outcome -> statuses.add(outcome.answer().status()));
    }
    return statuses;
  }

  /** What boundaries are declared for that any library may throw. */
  private List<Escape> foreign() {
    return framework.boundaries().stream()
        .map(Boundary::catches)
        .filter(exception -> !exception.isEmpty() && !isOfSources(exception))
        .distinct()
        .map(exception -> Escape.ofFramework(exception, FailureMode.UNEXPECTED, null))
        .toList();
  }

  private boolean isOfSources(String exception) {
    TypeSymbol type = program.type(exception);
    return type != null && type.isSource();
  }
}
