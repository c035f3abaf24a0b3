package io.github.errorhygiene.web;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Certainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Reads what the client sees from an object that becomes an answer. */
public final class AnswerReader {
  private static final String TEXT_TYPE = "java.lang.String";
  private static final String PROBLEM = "org.springframework.http.ProblemDetail";
  private static final Set<String> TEXT = Set.of(TEXT_TYPE, "java.lang.CharSequence");

  private static final String UNTYPED = "none";

  private static final Map<Trait, String> EXPOSED =
      Map.of(
          Trait.ANY_MESSAGE, Answer.ANY_MESSAGE,
          Trait.MESSAGE, Answer.MESSAGE,
          Trait.STACK_TRACE, Answer.STACK_TRACE,
          Trait.STATEMENT, Answer.STATEMENT,
          Trait.TYPE_NAME, Answer.TYPE);

  private final BodyProperties properties;
  private final RequestIds ids;
  private final Certainty everywhere;
  private final IntFunction<ErrorPage> errorPages;
  private final String mediaType;
  private final boolean fillsErrors;
  private final boolean envelopes;

  /**
   * A reader.
   *
   * @param everywhere whether a filter puts a request id on every answer
   * @param errorPage what is written for an error without a body
   */
  public AnswerReader(
      BodyProperties properties, RequestIds ids, Certainty everywhere, ErrorPage errorPage) {
    this(properties, ids, everywhere, status -> errorPage, "", false, false);
  }

  private AnswerReader(
      BodyProperties properties,
      RequestIds ids,
      Certainty everywhere,
      IntFunction<ErrorPage> errorPages,
      String mediaType,
      boolean fillsErrors,
      boolean envelopes) {
    this.properties = properties;
    this.ids = ids;
    this.everywhere = everywhere;
    this.errorPages = errorPages;
    this.mediaType = mediaType;
    this.fillsErrors = fillsErrors;
    this.envelopes = envelopes;
  }

  /** The same with other error pages, by status. */
  public AnswerReader with(IntFunction<ErrorPage> pages) {
    return new AnswerReader(properties, ids, everywhere, pages, mediaType, fillsErrors, envelopes);
  }

  /** The same, of answers on which a request id is put or not. */
  public AnswerReader with(Certainty requestIdEverywhere) {
    return new AnswerReader(
        properties, ids, requestIdEverywhere, errorPages, mediaType, fillsErrors, envelopes);
  }

  /** The same, of bodies that are sent as this where the answer itself does not say. */
  public AnswerReader as(String type) {
    return new AnswerReader(properties, ids, everywhere, errorPages, type, fillsErrors, envelopes);
  }

  /** The same, where the container writes a page for errors without a body. */
  public AnswerReader fillingErrors() {
    return new AnswerReader(properties, ids, everywhere, errorPages, mediaType, true, envelopes);
  }

  /** The same, where the container writes nothing for errors without a body. */
  public AnswerReader leavingErrorsEmpty() {
    return new AnswerReader(properties, ids, everywhere, errorPages, mediaType, false, envelopes);
  }

  /** The same, of bodies that are sent without a media type where the answer does not say it. */
  public AnswerReader untyped() {
    return as(UNTYPED);
  }

  /** The same, of bodies whose codes are meant as statuses, or not. */
  AnswerReader judgingEnvelopes(boolean meant) {
    return new AnswerReader(properties, ids, everywhere, errorPages, mediaType, fillsErrors, meant);
  }

  /** The answer of the framework or the container, without a body of the application's. */
  public Answer errorPage(int status, Certainty logged) {
    return answer(errorPages.apply(status), status, logged);
  }

  /** The answer that a page is. */
  public Answer answer(ErrorPage errorPage, int status, Certainty logged) {
    return errorPage.answer(status, requestId(errorPage), logged);
  }

  private Certainty requestId(ErrorPage page) {
    Certainty own = page.requestId();
    Certainty inBody = own == null ? Certainty.of(page.keys().stream().anyMatch(ids::isKey)) : own;
    return everywhere == Certainty.YES || inBody == Certainty.NO ? everywhere : inBody;
  }

  /** Whether a member of a body with that name leads to the log lines. */
  boolean isId(String key) {
    return ids.isKey(key);
  }

  /** Whether a filter puts a request id on every answer. */
  public Certainty everywhere() {
    return everywhere;
  }

  /**
   * The answer with a status.
   *
   * @param answer the object that carries status, headers and body; nothing if the body is all
   *     there is
   * @param body what is written
   * @param bodyType static type of the body, for what the value does not tell; empty if unknown
   * @param logs what was logged by who answers
   */
  public Answer read(int status, Value answer, Value body, String bodyType, Logs logs) {
    return readAs(BodyType.declared(bodyType, answer), status, answer, body, logs);
  }

  private Answer readAs(String bodyType, int status, Value answer, Value body, Logs logs) {
    boolean empty = body.isNothing() || body.isNull();
    boolean filled = fillsErrors && empty && status >= 400;
    if (filled || !answer.field(AnswerModel.ERROR_PAGE).isNothing()) {
      return sent(status, answer, body, logs.exception());
    }
    SortedSet<String> keys = new TreeSet<>();
    SortedSet<String> nulls = new TreeSet<>();
    Dependence shown =
        body.escapes().isEmpty() ? body.data() : body.data().and(properties.exception(body));
    boolean keysKnown = true;
    boolean inside = false;
    String contentType = null;
    for (Known known : body.alternatives()) {
      if (known instanceof Instance instance && !instance.type().equals(Answers.SOMETHING)) {
        SortedSet<String> members = properties.of(instance);
        keys.addAll(members);
        nulls.addAll(properties.nulls(instance));
        shown = shown.and(properties.shown(instance));
        contentType =
            contentType(properties.isProblem(instance.type()) ? PROBLEM : instance.type());
        inside |= properties.hasInside(instance, ids::isKey);
        keysKnown &=
            !instance.fields().containsKey(AnswerModel.MORE_KEYS)
                && (properties.known(instance.type()) || !properties.isSource(instance.type()));
      }
    }
    body.strings().forEach(text -> keys.addAll(JsonText.keys(text)));
    boolean nothing = body.isNothing() || body.isNull();
    if (!nothing && keys.isEmpty()) {
      keysKnown &= properties.known(bodyType) || TEXT.contains(bodyType) || isPlainText(body);
      keys.addAll(properties.of(bodyType));
    }
    contentType =
        !mediaType.isEmpty()
            ? mediaType
            : contentType == null
                ? contentType(isPlainText(body) ? TEXT_TYPE : bodyType)
                : contentType;
    contentType = mediaType.equals(UNTYPED) ? null : contentType;
    String said = MediaTypes.named(contentType(answer));
    contentType = said == null ? contentType : said;
    SortedSet<String> told = new TreeSet<>(keys);
    told.removeAll(nulls);
    List<String> exposed = exposed(shown.and(ofHeaders(answer)));
    Certainty requestId =
        inside ? Certainty.YES : requestId(answer, told, shown, nothing || keysKnown);
    return new Answer(
            status, nothing ? null : contentType, keys, requestId, exposed, logs.exception())
        .withHeaders(AnswerModel.headers(answer).toList())
        .withCorrelation(correlated(status, answer, keys, shown, logs))
        .withAdmission(Admissions.isOne(body))
        .withEnvelope(envelopes && status / 100 == 2 ? Envelopes.of(body, keys) : null);
  }

  private Answer sent(int status, Value answer, Value message, Certainty logged) {
    ErrorPage page = errorPages.apply(status);
    List<String> exposes = new ArrayList<>(page.exposes());
    Dependence inHeaders = ofHeaders(answer);
    exposes.addAll(exposed(page.showsMessage() ? message.data().and(inHeaders) : inHeaders));
    ErrorPage shown =
        new ErrorPage(
            page.contentType(),
            page.keys(),
            exposes.stream().distinct().toList(),
            false,
            page.requestId(),
            page.status());
    if (hasRequestId(answer)) {
      return shown.answer(status, Certainty.YES, logged);
    }
    AnswerReader left = answer.field(AnswerModel.RESET).isNothing() ? this : with(Certainty.NO);
    return left.answer(shown, status, logged);
  }

  /** A text of which all or the start is known, that is no JSON. */
  private static boolean isPlainText(Value body) {
    int texts = body.strings().size();
    boolean known = !body.open() && texts > 0 && texts == body.alternatives().size();
    return known && body.strings().stream().noneMatch(text -> text.strip().startsWith("{"));
  }

  /** As it is said, also by the header. */
  private static Value contentType(Value answer) {
    Value said = answer.field(AnswerModel.CONTENT_TYPE);
    for (Instance instance : said.isNothing() ? answer.instances() : List.<Instance>of()) {
      for (Map.Entry<String, Value> field : instance.fields().entrySet()) {
        boolean header = field.getKey().equalsIgnoreCase(AnswerModel.HEADER + "Content-Type");
        said = header ? said.join(field.getValue()) : said;
      }
    }
    return said;
  }

  private static @Nullable String contentType(String type) {
    if (type.isEmpty() || type.equals("java.lang.Object")) {
      return null;
    }
    return MediaTypes.ofBody(type);
  }

  private Certainty requestId(
      Value answer, SortedSet<String> keys, Dependence shown, boolean keysKnown) {
    boolean header = hasRequestId(answer);
    boolean unnamed = !answer.field(AnswerModel.UNNAMED).isNothing();
    boolean inBody = keys.stream().anyMatch(ids::isKey) || shown.has(Trait.REQUEST_ID);
    Certainty before = answer.field(AnswerModel.RESET).isNothing() ? everywhere : Certainty.NO;
    if (header || inBody || before == Certainty.YES) {
      return Certainty.YES;
    }
    return keysKnown && !unnamed ? before : Certainty.UNKNOWN;
  }

  /**
   * An id that was made up for the answer of an error leads nowhere unless it is logged. That
   * nothing is logged of a failure of the server is another matter.
   */
  private Certainty correlated(
      int status, Value answer, SortedSet<String> keys, Dependence shown, Logs logs) {
    boolean generated =
        (shown.has(Trait.GENERATED) && (keys.isEmpty() || keys.stream().anyMatch(ids::mayBeOne)))
            || AnswerModel.headerValues(answer).anyMatch(v -> v.data().has(Trait.GENERATED));
    boolean logged = logs.has(Logs.Line.EXCEPTION) || logs.has(Logs.Line.TEXT);
    boolean silent = logs.exception() == Certainty.NO && status / 100 == 4;
    return status >= 400 && generated && (logged || silent || logs.has(Logs.Line.ID))
        ? Certainty.of(logs.has(Logs.Line.ID))
        : Certainty.UNKNOWN;
  }

  private boolean hasRequestId(Value answer) {
    return AnswerModel.mayHaveRequestId(answer, ids);
  }

  /** What the values of its headers are made of. */
  private static Dependence ofHeaders(Value answer) {
    return AnswerModel.headerValues(answer)
        .map(Value::data)
        .reduce(Dependence.NONE, Dependence::and);
  }

  static List<String> exposed(Dependence shown) {
    return EXPOSED.entrySet().stream()
        .filter(each -> shown.has(each.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
