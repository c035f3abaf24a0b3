package io.github.errorhygiene.spring;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.ErrorPage;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.Views;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is written for errors without a body: by Boot's error controller with the application's own
 * attributes, or by an error controller of the application ({@code ErrorMvcAutoConfiguration}).
 */
final class ErrorPages {
  private static final String BOOT = "org.springframework.boot.";
  private static final String PATH = "server.error.path";

  /** Statuses of clients' errors above 426 that {@code HttpStatus} has. */
  private static final Set<Integer> FURTHER = Set.of(428, 429, 431, 451);

  private final Project project;
  private final Program program;
  private final Engine engine;
  private final RequestIds ids;
  private final Views views;
  private final ErrorPage byDefault;
  private final AnswerReader reader;
  private final boolean reactive;
  private final String path;
  private final Supplier<List<Handler>> handlers;
  private final Map<Integer, ErrorPage> pages = new TreeMap<>();

  /**
   * Those of an application.
   *
   * @param byDefault Boot's own
   * @param handlers all of this stack
   */
  ErrorPages(
      Project project,
      AnswerReader reader,
      boolean reactive,
      ErrorPage byDefault,
      Supplier<List<Handler>> handlers) {
    this.project = project;
    this.program = project.program();
    this.engine = project.engine();
    this.path = project.properties().getOrDefault(PATH, "/error");
    this.ids = project.catalogue().requestIds();
    this.views = new Views(project);
    this.reader = reader.with(Certainty.NO);
    this.reactive = reactive;
    this.byDefault = byDefault;
    this.handlers = handlers;
  }

  /**
   * The status that Boot sends: 500 for one that {@code HttpStatus} does not have
   * (AbstractErrorController.getStatus, DefaultErrorWebExceptionHandler.getHttpStatus).
   */
  static int status(int status) {
    boolean known = status <= 426 || FURTHER.contains(status) || (status >= 500 && status <= 511);
    return known ? status : 500;
  }

  /** What is written for an error with that status. */
  ErrorPage of(int status) {
    return pages.computeIfAbsent(status, this::read);
  }

  private ErrorPage read(int status) {
    Optional<Handler> controller = reactive ? Optional.empty() : controller();
    return controller
        .map(handler -> ofController(handler, status))
        .orElseGet(() -> attributes().map(this::ofAttributes).orElse(byDefault));
  }

  /** Controllers of errors: what a client gets who accepts anything is what writes a body. */
  private Optional<Handler> controller() {
    List<Handler> found =
        handlers.get().stream()
            .filter(handler -> handler.code() instanceof Code.OfMethod)
            .filter(handler -> isOf(handler.type(), "ErrorController"))
            .filter(handler -> handler.routes().stream().anyMatch(r -> r.path().equals(path)))
            .toList();
    return Stream.concat(found.stream().filter(Handler::writesBody), found.stream()).findFirst();
  }

  /** Whether the application has it as a bean that takes the place of Boot's. */
  private boolean isOf(TypeSymbol type, String simple) {
    return !type.isAbstract()
        && program.supertypes(type.name()).stream()
            .anyMatch(name -> name.startsWith(BOOT) && name.endsWith("." + simple));
  }

  private ErrorPage ofController(Handler handler, int status) {
    Summary summary = handler.code().answer(engine, handler.arguments());
    if (!handler.writesBody()) {
      List<Instance> parts = Parts.of(summary);
      return views.of(parts.size() == 1 ? parts.get(0) : new Instance("", Map.of()));
    }
    int otherwise = handler.success() == 200 ? status : handler.success();
    Map<Integer, Answer> answers = new TreeMap<>();
    for (Instance part : Parts.of(summary)) {
      for (int code : Parts.statuses(part, otherwise)) {
        int sent = code == 0 ? status : code;
        answers.putIfAbsent(sent, answer(handler, part, sent, summary.logs()));
      }
    }
    @Nullable Answer same = answers.get(status);
    @Nullable Answer only = answers.size() == 1 ? answers.values().iterator().next() : same;
    return only == null ? unknown() : page(only);
  }

  private Answer answer(Handler handler, Instance part, int status, Logs logs) {
    Value body = Parts.body(part);
    return reader
        .read(status, Value.of(part), body, handler.bodyType(), logs)
        .withRequestId(onDispatch(part, body, handler.bodyType(), logs));
  }

  /**
   * A request id in the page. The container asks for the page when filters are done: what they put
   * into the logging's context is gone then, and what they set on the request is not.
   */
  private Certainty onDispatch(Instance part, Value body, String type, Logs logs) {
    Certainty id = reader.read(500, Value.of(part), body, type, logs).requestId();
    List<Value> held =
        Stream.concat(Stream.of(part), body.instances().stream())
            .flatMap(object -> object.fields().entrySet().stream())
            .filter(field -> ids.isKey(field.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    boolean gone = !held.isEmpty() && held.stream().allMatch(ErrorPages::isOfContext);
    return id == Certainty.YES && !reactive && gone ? Certainty.UNKNOWN : id;
  }

  /** What was sent, and what the program put into the request, is none of the logging's. */
  private static boolean isOfContext(Value id) {
    return id.data().has(Trait.REQUEST_ID)
        && !id.data().has(Trait.GENERATED)
        && !id.data().on(Cause.REQUEST)
        && !id.data().on(Cause.STATE);
  }

  private static ErrorPage page(Answer answer) {
    return new ErrorPage(
        answer.contentType(),
        answer.bodyKeys(),
        answer.exposes(),
        false,
        answer.requestId(),
        answer.status());
  }

  private static ErrorPage unknown() {
    return new ErrorPage(null, new TreeSet<>(), List.of(), false, Certainty.UNKNOWN, 0);
  }

  /** The method that makes the attributes, of the application's own bean for it. */
  private Optional<Code> attributes() {
    List<Code> found = new ArrayList<>();
    for (TypeSymbol type : project.sourceTypes()) {
      boolean meant = isOf(type, "ErrorAttributes") && isStack(type);
      for (MethodSymbol method : meant ? program.allMethods(type) : List.<MethodSymbol>of()) {
        if (method.name().equals("getErrorAttributes") && method.owner().isSource()) {
          found.add(Code.of(type, method));
        }
      }
    }
    return found.stream().findFirst();
  }

  private boolean isStack(TypeSymbol type) {
    return program.supertypes(type.name()).stream()
            .filter(name -> name.startsWith(BOOT))
            .anyMatch(name -> name.contains(".reactive.") || name.contains(".webflux."))
        == reactive;
  }

  private ErrorPage ofAttributes(Code code) {
    int parameters = ((Code.OfMethod) code).method().parameterTypes().size();
    Summary summary = code.run(engine, Collections.nCopies(parameters, Value.GIVEN));
    TreeSet<String> keys = new TreeSet<>();
    TreeSet<String> exposes = new TreeSet<>();
    Certainty id = Certainty.NO;
    for (Instance part : Parts.of(summary)) {
      Value body = Value.of(part);
      Answer read = reader.read(500, Value.NOTHING, body, "java.util.Map", summary.logs());
      keys.addAll(read.bodyKeys());
      exposes.addAll(read.exposes());
      Certainty own = onDispatch(part, body, "java.util.Map", summary.logs());
      id = own == Certainty.NO ? id : own;
    }
    boolean extended = keys.containsAll(ErrorBody.KEYS);
    keys.addAll(extended ? byDefault.keys() : new TreeSet<>());
    exposes.addAll(extended ? byDefault.exposes() : List.of());
    return new ErrorPage("application/json", keys, List.copyOf(exposes), false, id, 0);
  }
}
