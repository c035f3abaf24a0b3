package io.github.errorhygiene.routed;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a framework behaves where the program does not say.
 *
 * @param name for people
 * @param success status of an answer that nobody gave one
 * @param returnsBody what a handler returns is the body
 * @param bodiless status of an answer that got no body; 0 if that is nothing special
 * @param silent in place of the status where nobody answers anything, see {@link Answer}; 0 if that
 *     is an answer
 * @param unsaid status of what a function gives that is to give the body, where that is null; 0 if
 *     it is as with others
 * @param contentType media type of bodies for which nobody says it; empty if it depends, {@code
 *     none} if they are sent without one
 * @param passesOn handlers may leave requests to later ones; those that do are filters
 * @param context binary name of the object for a request that tells handlers of failures the
 *     failure; empty if these are looked up by exception
 * @param exceptionParameter index of the exception among the parameters of a handler of exceptions
 * @param firstRegistered the handler answers that was registered first, not that for the closest
 *     type
 * @param answerParameter index of the object for the answer among the parameters of handlers and
 *     handlers of exceptions: those that never name it leave the request to the framework, which
 *     answers as if nobody handled it; negative where that is a success
 * @param asksAgain what handlers of exceptions throw is for the handlers of exceptions again
 * @param rethrown otherwise the answer to it; null if it is as if there was no handler
 * @param endsWithFutures where a future fails that the framework awaits, no code runs after
 *     handlers
 * @param asksCauses binary names of exceptions for which the handler of their cause is asked first
 * @param honoured type of exceptions that are answered with the status they carry where handlers of
 *     other exceptions throw them; empty if there is none
 * @param handled binary names of exceptions for which the framework registers handlers of its own,
 *     as a program does
 * @param mapsAfter code that runs after handlers runs after failures as well
 * @param statusPages the code for a status writes the framework's own page for it, and sees no
 *     answer of the program's
 * @param unmapped the answer to an exception that nobody handles
 * @param fatal the answer to exceptions for which handlers of exceptions are not asked, by binary
 *     name
 * @param unwraps binary names of exceptions in whose place their cause is handled
 * @param carrier type of the exceptions that carry a status of their own; empty if there is none
 * @param carried the answer to these if nobody handles them, apart from the status
 * @param carriedBy the same for some exceptions, by binary name
 * @param statuses status of some exceptions, by binary name
 * @param crud HTTP method and {@code item} or {@code collection}, by name of the methods of objects
 *     that handle the usual operations
 * @param functions names of these methods, by the key under which tables of them hold them
 * @param requestFailures what the framework raises by itself
 * @param refusals what it raises by itself before handlers of operations of an OpenAPI file, by the
 *     type that takes those handlers
 * @param unwritten what it answers for operations without a handler, by the same
 */
record Traits(
    String name,
    int success,
    boolean returnsBody,
    int bodiless,
    int silent,
    int unsaid,
    String contentType,
    boolean passesOn,
    String context,
    int exceptionParameter,
    int answerParameter,
    boolean asksAgain,
    @Nullable Page rethrown,
    boolean endsWithFutures,
    SortedSet<String> asksCauses,
    String honoured,
    SortedSet<String> handled,
    boolean mapsAfter,
    boolean firstRegistered,
    boolean statusPages,
    Page unmapped,
    SortedMap<String, Page> fatal,
    SortedSet<String> unwraps,
    String carrier,
    Page carried,
    SortedMap<String, Page> carriedBy,
    SortedMap<String, Integer> statuses,
    SortedMap<String, String> crud,
    SortedMap<String, String> functions,
    List<Raised> requestFailures,
    SortedMap<String, Raised> refusals,
    SortedMap<String, Unwritten> unwritten) {
  /**
   * An answer of the framework's own.
   *
   * @param status {@link Answer#CLOSED} or {@link Answer#PENDING} if there is none
   * @param contentType null if it has no body
   * @param logged the framework logs the exception with its stack trace
   * @param message it shows the message of the exception
   * @param afresh headers that were set before are lost
   * @param last no code of the program runs then, be it registered to run after handlers or for the
   *     status
   */
  record Page(
      int status,
      @Nullable String contentType,
      SortedSet<String> keys,
      Certainty logged,
      boolean message,
      boolean afresh,
      boolean last) {
    /** Nobody answers. */
    static final Page NONE =
        new Page(Answer.PENDING, null, new TreeSet<>(), Certainty.YES, false, false, true);

    /** Member of the body that stands for the name of what the exception refuses. */
    private static final String SUBJECT = "SUBJECT";

    /** The same for what refuses something of one of these names. */
    Page naming(List<String> subjects) {
      SortedSet<String> named = new TreeSet<>(keys);
      if (named.remove(SUBJECT)) {
        named.addAll(subjects);
      }
      return new Page(status, contentType, named, logged, message, afresh, last);
    }
  }

  /**
   * What the framework raises by itself.
   *
   * @param exception binary name; empty if it answers without one
   * @param onKnownPath only where there is a route: code before its handlers has run
   * @param narrowedBy name of the method that makes it happen; empty if it always may
   * @param narrowedFor what takes the handlers of operations whose media types in the OpenAPI file
   *     make it happen; empty if none does
   * @param answered nothing fails: no code of the program is asked
   */
  record Raised(
      String exception,
      String summary,
      FailureMode mode,
      Page page,
      boolean onKnownPath,
      String narrowedBy,
      String narrowedFor,
      boolean answered) {}

  /**
   * What becomes of an operation of an OpenAPI file without a handler.
   *
   * @param wholePaths only where no operation of that path has a handler
   */
  record Unwritten(Raised raised, boolean wholePaths) {}

  /** Reads a description. */
  static Traits of(Map<?, ?> root) {
    return new Traits(
        String.valueOf(root.get("name")),
        number(root, "success", 200),
        Boolean.TRUE.equals(root.get("returns-body")),
        number(root, "bodiless", 0),
        status(root, "silent", 0),
        number(root, "unsaid", 0),
        text(root, "content-type"),
        Boolean.TRUE.equals(root.get("handlers-pass-on")),
        text(root, "failure-context"),
        number(root, "exception-parameter", 0),
        number(root, "answer-parameter", -1),
        Boolean.TRUE.equals(root.get("asks-again")),
        root.get("rethrown") instanceof Map<?, ?> rethrown ? page(rethrown) : null,
        Boolean.TRUE.equals(root.get("ends-with-futures")),
        names(root.get("asks-causes")),
        text(root, "honoured"),
        names(root.get("handled")),
        Boolean.TRUE.equals(root.get("after-runs-after-failures")),
        Boolean.TRUE.equals(root.get("first-registered")),
        Boolean.TRUE.equals(root.get("status-pages")),
        page(map(root, "unmapped")),
        pages(map(root, "fatal")),
        names(root.get("unwraps")),
        String.valueOf(root.get("carrier")),
        page(map(root, "carried")),
        pages(map(root, "carried-by")),
        statuses(map(root, "statuses")),
        texts(map(root, "crud")),
        texts(map(root, "functions")),
        raised(root.get("request-failures")),
        refusals(map(root, "refusals")),
        unwritten(map(root, "unwritten")));
  }

  /** The answer to what no handler of exceptions is asked for; null if these are asked. */
  @Nullable Page unasked(Escape escape, List<String> supertypes) {
    Value afterwards = escape.fields().getOrDefault(Escape.AFTERWARDS, Value.NOTHING);
    if (!afterwards.isNothing()) {
      return Boolean.TRUE.equals(afterwards.constant()) ? Page.NONE : unmapped;
    }
    return supertypes.stream()
        .map(fatal::get)
        .filter(page -> page != null)
        .findFirst()
        .orElse(null);
  }

  /** What is handled in place of an exception. */
  Escape unwrapped(Escape escape) {
    Escape cause = escape.inner();
    return cause != null && unwraps.contains(escape.type()) ? cause : escape;
  }

  /** The answer to an exception that carries a status, by it and its supertypes. */
  Page carried(List<String> supertypes) {
    return supertypes.stream()
        .map(carriedBy::get)
        .filter(page -> page != null)
        .findFirst()
        .orElse(carried);
  }

  /** Failures go from handler to handler, rather than to the one for their type. */
  boolean failurePath() {
    return !context.isEmpty();
  }

  /** Answers are handed to the code for their status, whoever gave them. */
  boolean rewritesStatuses() {
    return !failurePath() && !statusPages;
  }

  /** A reader that knows the media type of bodies for which nobody says it. */
  AnswerReader reader(AnswerReader plain) {
    if (contentType.equals("none")) {
      return plain.untyped();
    }
    return contentType.isEmpty() ? plain : plain.as(contentType);
  }

  private static String text(Map<?, ?> root, String key) {
    Object text = root.get(key);
    return text == null ? "" : text.toString();
  }

  private static Map<?, ?> map(Map<?, ?> root, String key) {
    return root.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static int number(Map<?, ?> root, String key, int otherwise) {
    return root.get(key) instanceof Integer number ? number : otherwise;
  }

  static SortedSet<String> names(@Nullable Object list) {
    SortedSet<String> names = new TreeSet<>();
    if (list instanceof Collection<?> named) {
      named.forEach(name -> names.add(name.toString()));
    }
    return names;
  }

  private static Page page(Map<?, ?> page) {
    Object type = page.get("content-type");
    SortedSet<String> keys = names(page.get("keys"));
    Certainty logged = Certainty.of(!Boolean.FALSE.equals(page.get("logged")));
    return new Page(
        status(page, "status", 500),
        type == null ? null : type.toString(),
        keys,
        logged,
        Boolean.TRUE.equals(page.get("message")),
        Boolean.TRUE.equals(page.get("afresh")),
        Boolean.TRUE.equals(page.get("last")));
  }

  private static int status(Map<?, ?> map, String key, int otherwise) {
    return switch (text(map, key)) {
      case "closed" -> Answer.CLOSED;
      case "pending" -> Answer.PENDING;
      default -> number(map, key, otherwise);
    };
  }

  private static SortedMap<String, Page> pages(Map<?, ?> map) {
    SortedMap<String, Page> pages = new TreeMap<>();
    map.forEach((type, page) -> pages.put(type.toString(), page((Map<?, ?>) page)));
    return pages;
  }

  private static SortedMap<String, Integer> statuses(Map<?, ?> map) {
    SortedMap<String, Integer> statuses = new TreeMap<>();
    map.forEach((type, status) -> statuses.put(type.toString(), (Integer) status));
    return statuses;
  }

  private static SortedMap<String, String> texts(Map<?, ?> map) {
    SortedMap<String, String> texts = new TreeMap<>();
    map.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    return texts;
  }

  private static SortedMap<String, Raised> refusals(Map<?, ?> map) {
    SortedMap<String, Raised> refusals = new TreeMap<>();
    map.forEach((type, row) -> refusals.put(type.toString(), raised((Map<?, ?>) row)));
    return refusals;
  }

  private static SortedMap<String, Unwritten> unwritten(Map<?, ?> map) {
    SortedMap<String, Unwritten> unwritten = new TreeMap<>();
    map.forEach((type, row) -> unwritten.put(type.toString(), unwrittenOf((Map<?, ?>) row)));
    return unwritten;
  }

  private static Unwritten unwrittenOf(Map<?, ?> row) {
    return new Unwritten(raised(row), Boolean.TRUE.equals(row.get("whole-paths")));
  }

  private static List<Raised> raised(@Nullable Object rows) {
    List<Raised> raised = new ArrayList<>();
    if (rows instanceof Collection<?> list) {
      list.forEach(row -> raised.add(raised((Map<?, ?>) row)));
    }
    return raised;
  }

  private static Raised raised(Map<?, ?> row) {
    Object exception = row.get("exception");
    String mode = String.valueOf(row.get("mode"));
    return new Raised(
        exception == null ? "" : exception.toString(),
        String.valueOf(row.get("summary")),
        FailureMode.valueOf(mode.toUpperCase(Locale.ROOT).replace(' ', '_')),
        page(row),
        Boolean.TRUE.equals(row.get("on-known-path")),
        text(row, "narrowed-by"),
        text(row, "narrowed-for"),
        Boolean.TRUE.equals(row.get("answered")));
  }
}
