package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.Failure.RaisedBy;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Incident;
import io.github.errorhygiene.contract.Reaction;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Classifier.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a handler answers by itself: successes, errors it decides on, and answers of its catch
 * clauses.
 */
final class SelfAnswers {
  private final Framework framework;
  private final Classifier classifier;
  private final Incidents incidents;
  private final boolean envelopes;

  /**
   * The answers of a framework's handlers.
   *
   * @param envelopes the user accepts that the body alone says what happened
   */
  SelfAnswers(Framework framework, Classifier classifier, boolean envelopes) {
    this.framework = framework;
    this.classifier = classifier;
    this.incidents = new Incidents(classifier);
    this.envelopes = envelopes;
  }

  /**
   * Success statuses, rows for the rest, and what the rows do not show.
   *
   * @param unexpected what clauses for all exceptions answer, whatever they catch
   * @param open whether it may answer with a status that is not known
   */
  record Split(
      SortedSet<Integer> success,
      List<Failure> failures,
      List<Reaction> unexpected,
      List<Incident> incidents,
      boolean open) {}

  Split split(Handler handler, Summary summary) {
    SortedSet<Integer> success = new TreeSet<>();
    List<Failure> failures = new ArrayList<>();
    List<Reaction> unexpected = new ArrayList<>();
    List<Incident> replaced = new ArrayList<>();
    boolean open = false;
    List<Instance> parts = parts(handler, summary);
    for (Instance part : parts) {
      for (int status : framework.statuses(handler, part)) {
        open |= status == 0;
        if (part.fields().containsKey(Answers.CAUGHT)) {
          failures.addAll(caught(handler, part, status));
          if (mayTakeAny(part, parts)) {
            unexpected.addAll(unexpected(handler, part, status));
          }
          replaced.addAll(incidents.replaced(handler, part, status));
        } else if (status >= 400 || status == Answer.PENDING) {
          failures.add(decided(handler, part, status));
        } else if (status > 0) {
          success.add(status);
        }
      }
    }
    replaced.removeIf(incident -> isAnswered(incident, failures));
    return new Split(success, failures, unexpected.stream().distinct().toList(), replaced, open);
  }

  /** The clause answers an error; only if that fails, too, it does not. */
  private static boolean isAnswered(Incident incident, List<Failure> failures) {
    return failures.stream()
        .filter(failure -> failure.answer().status() >= 400)
        .map(Failure::boundary)
        .anyMatch(clause -> clause != null && incident.place().equals(clause.place()));
  }

  private static List<Instance> parts(Handler handler, Summary summary) {
    if (handler.code() instanceof Code.OfMethod of && (handler.writesBody() || !tells(of))) {
      return Parts.of(summary);
    }
    return handler.writesBody() ? Parts.ofFunction(summary) : Parts.ofResponse(summary);
  }

  /**
   * A clause that tells exceptions apart says what it answers to none of those that it knows; else
   * it answers all alike.
   */
  private static boolean mayTakeAny(Instance part, List<Instance> parts) {
    return takesOthers(part)
        || parts.stream().noneMatch(each -> isOfSame(each, part) && takesOthers(each));
  }

  private static boolean isOfSame(Instance one, Instance other) {
    return Objects.equals(one.fields().get(Answers.CLAUSE), other.fields().get(Answers.CLAUSE));
  }

  /** Perhaps beside some that are known, where too many answers were made one. */
  private static boolean takesOthers(Instance part) {
    Value caught = part.fields().get(Answers.CAUGHT);
    return caught != null && (caught.escapes().isEmpty() || caught.open());
  }

  private List<Reaction> unexpected(Handler handler, Instance part, int status) {
    Boundary clause = clause(handler, part);
    return clause.catchesAll()
        ? List.of(new Reaction(clause, answer(handler, part, status, Answers.logs(part))))
        : List.of();
  }

  private static Boundary clause(Handler handler, Instance part) {
    return Parts.clause(part, "on the way from " + handler.code().label());
  }

  /** It returns whether it took the request, as Jetty's handlers do: neither a body nor a view. */
  private static boolean tells(Code.OfMethod of) {
    return of.method().returnType().erasure().equals("boolean");
  }

  private List<Failure> caught(Handler handler, Instance part, int status) {
    Value exception = part.fields().getOrDefault(Answers.CAUGHT, Value.NOTHING);
    List<Failure> rows = new ArrayList<>();
    for (Escape escape : exception.escapes()) {
      Kind kind = classifier.kind(handler, escape, asked(handler, escape));
      Boundary boundary = clause(handler, part);
      Answer answer = answer(handler, part, status, Answers.logs(part));
      rows.add(
          new Failure(
                  escape.type().replace('$', '.'),
                  "",
                  RaisedBy.APPLICATION,
                  kind.mode(),
                  escape.origin().place(),
                  escape.cause(),
                  boundary,
                  answer,
                  0,
                  kind.fits(),
                  kind.accepted(),
                  verdict(part, answer, kind, boundary),
                  kind.known(),
                  true,
                  false,
                  List.of(Incidents.origin(escape)))
              .guessed(!kind.sure()));
    }
    return rows;
  }

  /** The status that the framework would have given it, as the exception asks for it; 0 if none. */
  private int asked(Handler handler, Escape escape) {
    return framework.outcomes(handler, escape).stream()
        .mapToInt(Outcome::declaredStatus)
        .findFirst()
        .orElse(0);
  }

  /**
   * A handler may have been found for the exception, in a table of them, say: that the clause
   * answers so otherwise is no mistake.
   */
  private Failure.Verdict verdict(Instance part, Answer answer, Kind kind, Boundary boundary) {
    return part.fields().containsKey(Answers.UNLESS)
        ? Failure.Verdict.UNKNOWN
        : Verdicts.of(answer, kind, boundary, envelopes);
  }

  /** An error that the framework makes of something absent. */
  private static boolean isOfFramework(Handler handler, Instance part, int status) {
    return status >= 400
        && status != handler.success()
        && !part.fields().containsKey(AnswerModel.STATUS);
  }

  /**
   * An error status that the handler chose itself. Where it answers nothing nobody knows what it
   * should have been.
   */
  private Failure decided(Handler handler, Instance part, int status) {
    FailureMode mode = Classifier.claimed(status);
    return new Failure(
        "",
        "the handler answers " + (status > 0 ? status + " itself" : "nothing"),
        RaisedBy.APPLICATION,
        mode,
        ContractBuilder.place(handler),
        Cause.UNKNOWN,
        isOfFramework(handler, part, status)
            ? new Boundary(Boundary.Kind.FRAMEWORK, framework.name() + "'s own answer", null, "")
            : new Boundary(
                Boundary.Kind.HANDLER, handler.code().label(), ContractBuilder.place(handler), ""),
        answer(handler, part, status, Logs.UNKNOWN),
        Math.max(status, 0),
        Math.max(status, 0),
        List.of(),
        status == Answer.PENDING ? Failure.Verdict.UNKNOWN : Failure.Verdict.RIGHT,
        true,
        true,
        false,
        List.of());
  }

  private Answer answer(Handler handler, Instance part, int status, Logs logged) {
    if (isOfFramework(handler, part, status)) {
      return framework.reader(handler).errorPage(status, Certainty.NO);
    }
    Value body = handler.writesBody() ? Parts.text(part) : Parts.body(part);
    return framework.reader(handler).read(status, Value.of(part), body, handler.bodyType(), logged);
  }
}
