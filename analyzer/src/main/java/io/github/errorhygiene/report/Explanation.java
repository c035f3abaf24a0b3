package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Candidate;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Envelope;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.RaisedBy;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why rows of a contract are as they are, as lines for a terminal. */
public final class Explanation {
  private final SourceText sources;
  private final List<String> lines = new ArrayList<>();

  private Explanation(SourceText sources) {
    this.sources = sources;
  }

  /**
   * The proof of each row.
   *
   * @param contract whose rows they are
   * @param failures rows of the contract or of the application
   * @param sources text that steps point at
   */
  public static List<String> lines(Contract contract, List<Failure> failures, SourceText sources) {
    Explanation explanation = new Explanation(sources);
    explanation.add(contract.endpoint().label());
    explanation.add("  handled by " + contract.endpoint().handler());
    failures.forEach(explanation::failure);
    return explanation.lines.stream().map(Explanation::oneLine).toList();
  }

  private void add(String line) {
    lines.add(line);
  }

  private void failure(Failure failure) {
    String[] names = {failure.summary(), failure.exception()};
    String name = Stream.of(names).filter(n -> !n.isEmpty()).collect(Collectors.joining(": "));
    add("");
    add(name + " -> " + status(failure));
    steps(failure);
    add("  cause");
    add("    " + failure.mode().label() + "; " + cause(failure));
    candidates(failure);
    add("  answer");
    add("    " + answer(failure.answer()));
    add("  verdict");
    add("    " + verdict(failure));
  }

  private static String status(Failure failure) {
    return failure.mode() == FailureMode.CLIENT_GONE
        ? "no answer, the client is gone"
        : Answer.label(failure.answer().status());
  }

  private void steps(Failure failure) {
    add("  way");
    if (failure.raisedBy() == RaisedBy.FRAMEWORK) {
      add("    the framework raises it before the handler runs");
    } else if (failure.trace().isEmpty()) {
      add("    the handler itself");
    }
    for (Step step : failure.trace()) {
      add("    " + place(step.place()) + step.text());
      String code = code(step.place());
      if (!code.isEmpty()) {
        add("        " + step.place().line() + " | " + code);
      }
    }
  }

  private String code(Place place) {
    List<String> text = sources.lines(place.file());
    boolean there = place.line() >= 1 && place.line() <= text.size();
    return there ? text.get(place.line() - 1).strip() : "";
  }

  private static String cause(Failure failure) {
    return switch (failure.dependsOn()) {
      case REQUEST -> "depends on the request: what the client sends decides whether it happens";
      case UPSTREAM -> "depends on an upstream: the answer of a remote peer decides";
      case CONFIGURATION -> "depends on the configuration: the client can do nothing about it";
      case CONSTANT -> "depends on constants of the program alone: it happens always or never";
      case STATE -> "depends on the application's own data or state, which no request names";
      case UNKNOWN -> "on what it depends could not be found out";
    };
  }

  private void candidates(Failure failure) {
    add("  boundary");
    for (Candidate candidate : failure.candidates()) {
      String verb = candidate.taken() ? "takes it: " : "passed over: ";
      add("    " + place(candidate.place()) + candidate.name() + " " + verb + candidate.reason());
    }
    if (failure.candidates().isEmpty()) {
      add(
          failure.boundary() == null
              ? "    nothing takes it: the framework's default answers"
              : "    "
                  + place(failure.boundary().place())
                  + failure.boundary().name()
                  + " ("
                  + failure.boundary().kind().label().replace('-', ' ')
                  + ")");
    }
  }

  private static String answer(Answer answer) {
    List<String> parts = new ArrayList<>();
    parts.add(
        Answer.isNone(answer.status())
            ? Answer.label(answer.status())
            : "status " + Answer.label(answer.status()));
    Envelope envelope = answer.envelope();
    if (envelope != null) {
      parts.add("which is judged as " + envelope.code() + ", its " + envelope.key());
    }
    parts.add(answer.contentType() == null ? "no body known" : answer.contentType());
    if (!answer.bodyKeys().isEmpty()) {
      parts.add("members " + String.join(", ", answer.bodyKeys()));
    }
    parts.add("request id: " + answer.requestId().label());
    parts.add("logged: " + answer.logged().label());
    if (!answer.exposes().isEmpty()) {
      parts.add("shows " + String.join(", ", answer.exposes()));
    }
    return String.join("; ", parts);
  }

  private static String verdict(Failure failure) {
    String verdict = failure.verdict().name().toLowerCase(Locale.ROOT);
    String fits = failure.fits() == 0 ? "" : "; " + failure.fits() + " fits";
    String also = failure.accepted().isEmpty() ? "" : ", accepted: " + failure.accepted();
    String asked =
        failure.declaredStatus() == 0 ? "" : "; the exception asks for " + failure.declaredStatus();
    String unsure =
        failure.isSure() ? "" : "; rests on something unresolved, or on circumstances alone";
    return verdict + fits + also + asked + unsure;
  }

  private static String place(@Nullable Place place) {
    return place == null ? "" : place.file() + ":" + place.line() + " ";
  }

  /** Text from sources must not forge lines. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
  }
}
