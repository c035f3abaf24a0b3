package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was sent to the client before something failed. Status and headers stay, whoever answers the
 * failure: a body is written behind what is there, if it can be. Who is left with the failure, as
 * the container, closes the connection so that nobody takes what was sent for the whole (Tomcat's
 * {@code StandardWrapperValve}, Jetty's {@code HttpChannel.abort}).
 */
public final class SentAnswer {
  /** By which bodies are written of which the handler does nothing but give them. */
  private static final String CONVERTED = "getOutputStream";

  private final Value sent;
  private final Place origin;

  private SentAnswer(Value sent, Place origin) {
    this.sent = sent;
    this.origin = origin;
  }

  /** Null if the exception arises while another answer is possible. */
  public static @Nullable SentAnswer before(Escape escape) {
    for (@Nullable Escape link = escape; link != null; link = link.inner()) {
      Value sent = link.fields().getOrDefault(Escape.SENT, Value.NOTHING);
      if (!sent.isNothing()) {
        return new SentAnswer(sent, escape.origin().place());
      }
    }
    return null;
  }

  /** Whether the client has it whole, whatever happens then. */
  public boolean isEnded() {
    List<Instance> ways = sent.instances();
    return !ways.isEmpty()
        && ways.stream().allMatch(way -> way.fields().containsKey(Answers.ENDED));
  }

  /**
   * Nobody answers: the client knows that something is missing, and nothing else, unless it has the
   * whole.
   */
  public Outcome left(AnswerReader reader) {
    Answer closed =
        new Answer(Answer.CLOSED, null, new TreeSet<>(), Certainty.NO, List.of(), Certainty.YES);
    return new Outcome(null, isEnded() ? seen(reader) : closed, 0, List.of());
  }

  /** Who takes the failure writes nothing. */
  public Outcome kept(AnswerReader reader, Boundary boundary) {
    return isEnded() ? left(reader) : new Outcome(boundary, seen(reader), 0, steps(List.of()));
  }

  /** That it is no use to look for the mistake where the failure is answered. */
  public List<Step> steps(List<Step> others) {
    Step late = new Step(origin, "fails when an answer was sent: its status stays");
    return Stream.concat(Stream.of(late), others.stream()).toList();
  }

  /** What was sent, as the client sees it. */
  private Answer seen(AnswerReader reader) {
    Value status = sent.field(AnswerModel.STATUS);
    int known = status.isNothing() ? 200 : Statuses.of(status).stream().findFirst().orElse(0);
    return reader.read(known, sent, sent.field(AnswerModel.BODY), "", Logs.NOTHING);
  }

  /** The same for who answers it so. */
  public Outcome behind(AnswerReader reader, Instance part, Value body, Outcome outcome) {
    @Nullable Answer answer = behind(reader, part, body, outcome.answer());
    return answer == null || isEnded()
        ? left(reader)
        : new Outcome(outcome.boundary(), answer, 0, steps(outcome.steps()));
  }

  /**
   * What the client sees if a failure is answered so; null if that fails, since nothing of that
   * kind can be written any more.
   *
   * @param part the object that carries what is given
   * @param body of it
   * @param given as it would be seen if nothing had been sent
   */
  public @Nullable Answer behind(AnswerReader reader, Instance part, Value body, Answer given) {
    Answer before = seen(reader);
    Answer logged = given.logged() == Certainty.YES ? before.alreadyLogged() : before;
    if (isEnded()) {
      return logged;
    }
    if (part.fields().containsKey(Answers.ERROR_PAGE)) {
      return null;
    }
    if (body.isNothing() || body.isNull()) {
      return logged;
    }
    if (!canWrite(part, given)) {
      return null;
    }
    List<String> exposes = new ArrayList<>(before.exposes());
    exposes.addAll(given.exposes());
    boolean alone = sent.field(AnswerModel.BODY).isNothing();
    boolean identified = before.requestId() == Certainty.YES || !alone;
    return new Answer(
            before.status(),
            said(),
            alone ? given.bodyKeys() : new TreeSet<>(),
            identified ? before.requestId() : given.requestId(),
            exposes,
            logged.logged())
        .withHeaders(before.headers());
  }

  /**
   * A response has a writer or a stream, never both (ServletResponse). A converter has to be for
   * the media type that was sent (AbstractMessageConverterMethodProcessor), and the one for texts
   * is for any.
   */
  private boolean canWrite(Instance part, Answer given) {
    Value own = part.fields().getOrDefault(Answers.OPENED, Value.NOTHING);
    String by = own.constant() instanceof String method ? method : CONVERTED;
    boolean open =
        sent.instances().stream()
            .map(way -> way.fields().getOrDefault(Answers.OPENED, Value.NOTHING))
            .allMatch(way -> way.isNothing() || by.equals(way.constant()));
    String type = said();
    boolean json = given.contentType() != null && given.contentType().endsWith("json");
    boolean convertible = !own.isNothing() || !json || type == null || type.endsWith("json");
    return open && convertible;
  }

  private @Nullable String said() {
    return MediaTypes.named(sent.field(AnswerModel.CONTENT_TYPE));
  }
}
