package io.github.errorhygiene.web;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.unit.Certainty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filters in front of something that answers, outermost first. */
public final class FilterChain {
  private final Engine engine;
  private final List<Filter> filters;
  private final boolean writesBehind;

  /** What each does in front of something that does nothing of its own, as far as it was asked. */
  private final Map<Integer, Summary> succeeding = new HashMap<>();

  /** What became of exceptions: what one endpoint meets in a filter, the others meet as well. */
  private final Map<Passing, Passage> passages = new HashMap<>();

  /**
   * A chain.
   *
   * @param filters outermost first
   */
  public FilterChain(Engine engine, List<Filter> filters) {
    this(engine, filters, true);
  }

  /**
   * A chain.
   *
   * @param writesBehind whether filters may write to the body of an answer that was sent
   */
  public FilterChain(Engine engine, List<Filter> filters, boolean writesBehind) {
    this.engine = engine;
    this.filters = List.copyOf(filters);
    this.writesBehind = writesBehind;
  }

  /**
   * What becomes of an exception.
   *
   * @param answers those of filters that catch it
   * @param rest what leaves the outermost filter: the exception, or one that wraps it
   */
  public record Passage(List<Outcome> answers, List<Escape> rest) {
    public Passage {
      answers = List.copyOf(answers);
      rest = List.copyOf(rest);
    }
  }

  /** Whether a filter puts a request id into a header before the rest of the chain runs. */
  public Certainty requestId(RequestIds ids) {
    Certainty found = Certainty.NO;
    for (int i = 0; i < filters.size(); i++) {
      Certainty sets = AnswerModel.hasRequestId(succeeding(i).passedOn(), ids);
      found = found == Certainty.YES || sets == Certainty.NO ? found : sets;
    }
    return found;
  }

  private Summary succeeding(int index) {
    return succeeding.computeIfAbsent(index, i -> filters.get(i).succeeding(engine));
  }

  /** What the filters do before the rest of the chain, or instead of it. */
  public List<Handler.Step> steps() {
    return filters.stream()
        .map(filter -> new Handler.Step(filter.code(), filter.succeeding()))
        .toList();
  }

  /** Errors that filters answer by themselves, without an exception. */
  public List<Outcome> refusals(AnswerReader reader) {
    List<Outcome> refusals = new ArrayList<>();
    for (int i = 0; i < filters.size(); i++) {
      Filter filter = filters.get(i);
      for (Instance part : filter.parts(succeeding(i))) {
        boolean caught = part.fields().containsKey(Answers.CAUGHT);
        for (int status : Parts.statuses(part, 0)) {
          if (status >= 400 && !caught) {
            refusals.add(refusal(filter, part, status, reader));
          }
        }
      }
    }
    return refusals.stream().distinct().toList();
  }

  private static Outcome refusal(Filter filter, Instance part, int status, AnswerReader reader) {
    Boundary boundary =
        new Boundary(Boundary.Kind.HANDLER, filter.code().label(), filter.code().place(), "");
    var answer = reader.read(status, Value.of(part), Parts.body(part), "", Logs.UNKNOWN);
    return new Outcome(boundary, answer, status, List.of());
  }

  private record Passing(Escape escape, AnswerReader reader) {}

  /** What becomes of an exception of what is behind the chain, or of one of its filters. */
  public Passage pass(Escape escape, AnswerReader reader) {
    Passing passing = new Passing(escape, reader);
    @Nullable Passage known = passages.get(passing);
    if (known != null) {
      return known;
    }
    Passage passage = passed(escape, reader);
    passages.put(passing, passage);
    return passage;
  }

  private Passage passed(Escape escape, AnswerReader reader) {
    List<Outcome> answers = new ArrayList<>();
    List<Escape> rest = List.of(escape);
    for (int i = outside(escape) - 1; i >= 0 && !rest.isEmpty(); i--) {
      List<Escape> leaving = new ArrayList<>();
      for (Escape each : rest) {
        Summary summary = filters.get(i).failing(engine, each);
        List<Escape> left = leaving(summary, each);
        leaving.addAll(left);
        @Nullable SentAnswer sent = writesBehind ? SentAnswer.before(escape) : null;
        answers.addAll(answers(filters.get(i), summary, each, left.isEmpty(), reader, sent));
      }
      rest = leaving;
    }
    return new Passage(answers, rest);
  }

  /**
   * Where it was not seen that the rest of the chain fails, because the chain is kept in an object
   * or is not called at all, it is assumed that the filter lets it.
   */
  private static List<Escape> leaving(Summary summary, Escape thrown) {
    return summary.passedOnFailing()
        ? summary.escapes().stream().filter(escape -> carries(escape, thrown)).toList()
        : List.of(thrown);
  }

  /** Whether a filter throws it, and nothing behind the filters. */
  public boolean raises(Escape escape) {
    return outside(escape) < filters.size();
  }

  /** Number of filters that are around what throws. */
  private int outside(Escape escape) {
    for (int i = 0; i < filters.size(); i++) {
      if (succeeding(i).escapes().contains(escape)) {
        return i;
      }
    }
    return filters.size();
  }

  private static boolean carries(Escape leaving, Escape thrown) {
    for (@Nullable Escape link = leaving; link != null; link = link.inner()) {
      if (link.type().equals(thrown.type()) && link.origin().equals(thrown.origin())) {
        return true;
      }
    }
    return false;
  }

  private static List<Outcome> answers(
      Filter filter,
      Summary summary,
      Escape thrown,
      boolean nothingLeaves,
      AnswerReader reader,
      @Nullable SentAnswer sent) {
    List<Outcome> answers = new ArrayList<>();
    Logs logged = summary.logs();
    for (Instance part : filter.parts(summary)) {
      Value caught = part.fields().getOrDefault(Answers.CAUGHT, Value.NOTHING);
      if (caught.escapes().stream().anyMatch(escape -> carries(escape, thrown))) {
        Boundary clause = Parts.clause(part, "in " + filter.code().label());
        answers.addAll(outcomes(part, clause, reader, logged, sent));
      }
    }
    if (answers.isEmpty() && nothingLeaves) {
      Boundary swallows =
          new Boundary(
              Boundary.Kind.CATCH, filter.code().label(), filter.code().place(), thrown.type());
      filter
          .answering(summary)
          .forEach(part -> answers.addAll(outcomes(part, swallows, reader, logged, sent)));
    }
    return answers;
  }

  private static List<Outcome> outcomes(
      Instance part,
      Boundary boundary,
      AnswerReader reader,
      Logs logged,
      @Nullable SentAnswer sent) {
    Place place = boundary.place();
    List<Step> steps =
        place == null ? List.of() : List.of(new Step(place, "answered by " + boundary.name()));
    return Parts.statuses(part, 200).stream()
        .map(status -> reader.read(status, Value.of(part), Parts.body(part), "", logged))
        .map(answer -> outcome(new Outcome(boundary, answer, 0, steps), part, reader, sent))
        .toList();
  }

  private static Outcome outcome(
      Outcome outcome, Instance part, AnswerReader reader, @Nullable SentAnswer sent) {
    return sent == null ? outcome : sent.behind(reader, part, Parts.body(part), outcome);
  }
}
