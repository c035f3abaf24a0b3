package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Known.Constant;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.RequestFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What code around handlers writes to the response by itself. */
final class OwnAnswers {
  private final AnswerReader reader;

  OwnAnswers(AnswerReader reader) {
    this.reader = reader;
  }

  /** The errors that an interceptor answers where it returns {@code false}. */
  List<RequestFailure> refusals(Code code, Summary summary, @Nullable Handler handler) {
    List<RequestFailure> refusals = new ArrayList<>();
    for (Summary.Exit exit : summary.exits()) {
      boolean stops =
          !List.of(new Constant(true)).equals(List.copyOf(exit.returned().alternatives()));
      if (stops) {
        written(exit.answer(), summary, "")
            .forEach((status, answer) -> refusals.add(refusal(code, status, answer, handler)));
      }
    }
    return refusals;
  }

  /** The errors that a filter answers, other than those that it makes of what follows it. */
  List<RequestFailure> ofFilter(Code code, Summary summary) {
    List<RequestFailure> refusals = new ArrayList<>();
    written(summary.answer(), summary, "")
        .forEach((status, answer) -> refusals.add(refusal(code, status, answer, null)));
    return refusals;
  }

  private static RequestFailure refusal(
      Code code, int status, Answer answer, @Nullable Handler handler) {
    FailureMode mode = FailureMode.UNKNOWN;
    for (FailureMode each : FailureMode.values()) {
      mode = mode == FailureMode.UNKNOWN && each.status() == status ? each : mode;
    }
    Boundary boundary = new Boundary(Boundary.Kind.HANDLER, code.label(), code.place(), "");
    String summary = code.label() + " answers " + status + " itself";
    return new RequestFailure(
        "", summary, mode, handler, new Outcome(boundary, answer, status, steps(code)));
  }

  static List<Step> steps(Code code) {
    Place place = code.place();
    return place == null ? List.of() : List.of(new Step(place, "answered by " + code.label()));
  }

  /**
   * The error answers that a response object stands for, by status.
   *
   * @param bodyType erased type of the body; empty if it is only known from what was written
   */
  Map<Integer, Answer> written(Value response, Summary summary, String bodyType) {
    Map<Integer, Answer> byStatus = new TreeMap<>();
    Logs logged = summary.logs();
    for (Instance part : response.instances()) {
      boolean ofChain = isOfChain(part);
      for (int status : Parts.statuses(part, 0)) {
        if (status >= 400 && !ofChain) {
          byStatus.putIfAbsent(
              status,
              reader.read(
                  status,
                  Value.of(part),
                  part.fields().getOrDefault(AnswerModel.BODY, Value.NOTHING),
                  bodyType,
                  logged));
        }
      }
    }
    return byStatus;
  }

  /** What the rest of the chain throws is answered for each exception on its own. */
  private static boolean isOfChain(Instance part) {
    return part.fields().getOrDefault(Answers.CAUGHT, Value.NOTHING).escapes().stream()
        .anyMatch(escape -> escape.thrower().equals("FilterChain.doFilter"));
  }
}
