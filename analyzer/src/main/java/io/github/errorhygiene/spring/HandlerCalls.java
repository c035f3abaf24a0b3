package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.domain.Answers;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.spring.Advice.Mapping;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Places;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.SentAnswer;
import io.github.errorhygiene.web.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evaluates exception handler methods for the exception at hand. */
final class HandlerCalls {
  /** By which ResponseEntityExceptionHandler makes all its answers, since Spring 6. */
  private static final String CREATE = "createResponseEntity";

  private static final Set<String> MODELS =
      Set.of(
          "org.springframework.ui.Model",
          "org.springframework.ui.ModelMap",
          "org.springframework.ui.ExtendedModelMap");

  private final Program program;
  private final Engine engine;
  private final AnswerReader reader;
  private final Merged merged;
  private final SpringVersion version;
  private final boolean reactive;
  private final LibraryAnswers libraries;
  private final Views views;

  HandlerCalls(
      Project project,
      LibraryAnswers libraries,
      AnswerReader reader,
      Merged merged,
      SpringVersion version,
      boolean reactive) {
    this.version = version;
    this.reactive = reactive;
    this.program = project.program();
    this.engine = project.engine();
    this.reader = reader;
    this.merged = merged;
    this.libraries = libraries;
    this.views = new Views(project);
  }

  boolean extendsResponseEntityExceptionHandler(Advice advice) {
    return Stream.of(
            Names.RESPONSE_ENTITY_EXCEPTION_HANDLER,
            Names.REACTIVE_RESPONSE_ENTITY_EXCEPTION_HANDLER)
        .anyMatch(base -> program.isSubtype(advice.type().name(), base) == Certainty.YES);
  }

  /** Whether only clients that accept some media type are answered. */
  boolean isForSomeMediaTypes(Mapping mapping) {
    MethodSymbol method = mapping.method();
    AnnotationSymbol annotation =
        method == null ? null : merged.onMethod(method, Names.EXCEPTION_HANDLER);
    return annotation != null && !annotation.list("produces").isEmpty();
  }

  /** What the handler answers, one outcome a status; empty if it never answers. */
  List<Outcome> outcomes(Advice advice, Mapping mapping, List<Escape> chain, int declaredStatus) {
    MethodSymbol method = mapping.method();
    if (mapping.library() != null) {
      return libraries.outcomes(advice, mapping.library(), chain, declaredStatus);
    }
    if (method == null) {
      return inherited(advice, mapping, chain, declaredStatus);
    }
    if (!accepts(method, chain)) {
      return List.of();
    }
    Summary summary = engine.summary(method, self(advice), arguments(method, chain, 0));
    Boundary boundary = boundary(advice, method, mapping.exception());
    @Nullable SentAnswer sent = SentAnswer.before(chain.get(0));
    return sent == null
        ? outcomes(advice, method, summary, boundary, declaredStatus, success(advice, method))
        : behind(sent, advice, method, summary, boundary);
  }

  /** What it writes when an answer was sent; empty if it cannot. */
  private List<Outcome> behind(
      SentAnswer sent, Advice advice, MethodSymbol method, Summary summary, Boundary boundary) {
    List<Outcome> outcomes = new ArrayList<>();
    boolean sends = givesReason(advice, method);
    for (Instance part : sends ? List.<Instance>of() : created(advice, method, Parts.of(summary))) {
      Answer given = answer(advice, method, part, 200, summary.logs());
      Answer seen = sent.behind(reader, part, Parts.body(part), given);
      if (seen != null) {
        Boundary answering = sent.isEnded() ? null : boundary;
        outcomes.add(new Outcome(answering, seen, 0, sent.steps(steps(boundary))));
      }
    }
    return outcomes.stream().distinct().toList();
  }

  private static List<Step> steps(Boundary boundary) {
    Place place = boundary.place();
    return place == null ? List.of() : List.of(new Step(place, "handled by " + boundary.name()));
  }

  private static Value self(Advice advice) {
    return Value.of(new Instance(advice.type().name(), Map.of())).withData(Value.GIVEN.data());
  }

  private List<Outcome> outcomes(
      Advice advice,
      MethodSymbol method,
      Summary summary,
      Boundary boundary,
      int declaredStatus,
      int otherwise) {
    Logs logged = summary.logs();
    Map<Integer, Answer> byStatus = new TreeMap<>();
    for (Instance part : created(advice, method, Parts.of(summary))) {
      if (givesReason(advice, method)) {
        byStatus.put(otherwise, reader.errorPage(otherwise, logged.exception()));
        continue;
      }
      int none = isEntity(method) && part.type().equals(Answers.SOMETHING) ? 0 : otherwise;
      for (int status : Parts.statuses(part, none)) {
        byStatus.putIfAbsent(status, answer(advice, method, part, status, logged));
      }
    }
    return byStatus.values().stream()
        .map(answer -> new Outcome(boundary, answer, declaredStatus, steps(boundary)))
        .toList();
  }

  /**
   * What {@code handleExceptionInternal} of ResponseEntityExceptionHandler makes goes through the
   * method by which the advice makes all answers, if it has one.
   */
  private List<Instance> created(Advice advice, MethodSymbol method, List<Instance> parts) {
    MethodSymbol creates = own(advice, CREATE);
    if (creates == null || creates.equals(method)) {
      return parts;
    }
    List<Instance> created = new ArrayList<>();
    for (Instance part : parts) {
      boolean inherited = part.type().equals(Names.RESPONSE_ENTITY_EXCEPTION_HANDLER);
      created.addAll(inherited ? created(advice, creates, part) : List.of(part));
    }
    return created;
  }

  private List<Instance> created(Advice advice, MethodSymbol creates, Instance part) {
    Value body = part.fields().getOrDefault(AnswerModel.BODY, Value.NULL);
    Value status = part.fields().getOrDefault(AnswerModel.STATUS, Value.UNKNOWN);
    List<Value> arguments = List.of(body, Value.GIVEN, status, Value.GIVEN);
    return Parts.of(engine.summary(creates, self(advice), arguments));
  }

  private static boolean isEntity(MethodSymbol method) {
    return method.returnType().erasure().equals(Names.RESPONSE_ENTITY);
  }

  private Answer answer(
      Advice advice, MethodSymbol method, Instance part, int status, Logs logged) {
    Type type = method.returnType();
    boolean view =
        !advice.writesBody()
            && !isEntity(method)
            && merged.onMethod(method, Names.RESPONSE_BODY) == null;
    if (view && isStatusAlone(advice, method)) {
      return reader.read(status, Value.of(part), Value.NULL, "", logged);
    }
    if (view && !isProblem(type)) {
      return reader.answer(views.of(part), status, logged.exception());
    }
    String body = ReturnTypes.body(type);
    return reader.read(status, Value.of(part), Parts.body(part), body, logged);
  }

  /** Written as a body by whomever it is returned (HttpEntityMethodProcessor). */
  private boolean isProblem(Type type) {
    return type.erasure().equals(Names.PROBLEM_DETAIL)
        || program.isSubtype(type.erasure(), Names.ERROR_RESPONSE) == Certainty.YES;
  }

  /**
   * Whether it gives a reason: then the error page is written, whatever the method returns, with
   * the status of the annotation (ServletInvocableHandlerMethod.setResponseStatus).
   */
  private boolean givesReason(Advice advice, MethodSymbol method) {
    @Nullable AnnotationSymbol own = merged.onMethod(method, Names.RESPONSE_STATUS);
    @Nullable AnnotationSymbol status =
        own != null ? own : merged.onType(advice.type(), Names.RESPONSE_STATUS);
    return !reactive
        && status != null
        && status.strings("reason").stream().anyMatch(text -> !text.isBlank());
  }

  /**
   * It returns nothing and names the status, without a reason: the request is handled then, and no
   * view is looked for (ServletInvocableHandlerMethod.invokeAndHandle).
   */
  private boolean isStatusAlone(Advice advice, MethodSymbol method) {
    @Nullable AnnotationSymbol own = merged.onMethod(method, Names.RESPONSE_STATUS);
    @Nullable AnnotationSymbol status =
        own != null ? own : merged.onType(advice.type(), Names.RESPONSE_STATUS);
    return status != null
        && method.returnType().erasure().equals("void")
        && method.parameterTypes().stream().noneMatch(type -> writes(type.erasure()))
        && status.strings("reason").stream().allMatch(String::isBlank);
  }

  private static boolean writes(String type) {
    return type.endsWith("Response") || type.endsWith("WebRequest") || type.endsWith("Writer");
  }

  /** The exception, or the cause of the parameter's type; the rest comes from the request. */
  private List<Value> arguments(MethodSymbol method, List<Escape> chain, int status) {
    List<Value> arguments = new ArrayList<>();
    for (Type type : method.parameterTypes()) {
      if (type.erasure().startsWith("org.springframework.http.HttpStatus") && status > 0) {
        arguments.add(Value.constant(status));
      } else {
        arguments.add(isThrowable(type) ? exception(type, chain) : given(type));
      }
    }
    return arguments;
  }

  /** Attributes of a page are put into a model. */
  private static Value given(Type type) {
    return MODELS.contains(type.erasure())
        ? Value.of(new Instance(Views.MODEL, Map.of())).withData(Value.GIVEN.data())
        : Value.GIVEN;
  }

  /**
   * A method may be for exceptions that its own parameter cannot take: then nobody calls it
   * (InvocableHandlerMethod.getMethodArgumentValues fails).
   */
  private boolean accepts(MethodSymbol method, List<Escape> chain) {
    return method.parameterTypes().stream()
        .filter(this::isThrowable)
        .allMatch(
            type ->
                chain.stream()
                    .anyMatch(
                        link -> program.isSubtype(link.type(), type.erasure()) != Certainty.NO));
  }

  private boolean isThrowable(Type type) {
    return program.isSubtype(type.erasure(), "java.lang.Throwable") == Certainty.YES;
  }

  private Value exception(Type type, List<Escape> chain) {
    for (Escape escape : chain) {
      if (program.isSubtype(escape.type(), type.erasure()) != Certainty.NO) {
        return Value.of(new Known.Caught(escape));
      }
    }
    return Value.of(new Known.Caught(chain.get(0)));
  }

  /** The status that the method itself declares; 0 if it does not. */
  int declared(MethodSymbol method) {
    return StatusAnnotation.code(merged.onMethod(method, Names.RESPONSE_STATUS));
  }

  private int success(Advice advice, MethodSymbol method) {
    int own = declared(method);
    int ofType = StatusAnnotation.code(merged.onType(advice.type(), Names.RESPONSE_STATUS));
    return own > 0 ? own : ofType > 0 ? ofType : 200;
  }

  static Boundary boundary(Advice advice, MethodSymbol method, String exception) {
    Place place = Places.of(method);
    String name = Names.simple(advice.type().name()) + "#" + method.name();
    return new Boundary(Boundary.Kind.HANDLER, name, place, exception);
  }

  /** What ResponseEntityExceptionHandler does, with the methods that the advice overrides. */
  private List<Outcome> inherited(
      Advice advice, Mapping mapping, List<Escape> chain, int declaredStatus) {
    if (!program.supertypes(chain.get(0).type()).contains(mapping.exception())) {
      return List.of();
    }
    Builtins.Builtin builtin = Builtins.all().get(mapping.exception());
    int status = builtin == null || builtin.status() == 0 ? declaredStatus : builtin.status();
    MethodSymbol override = builtin == null ? null : own(advice, builtin.handler());
    MethodSymbol method = override != null ? override : own(advice, "handleExceptionInternal");
    if (method != null) {
      Summary summary = engine.summary(method, self(advice), arguments(method, chain, status));
      return outcomes(
          advice,
          method,
          summary,
          boundary(advice, method, mapping.exception()),
          declaredStatus,
          status);
    }
    String name = Names.simple(advice.type().name()) + " (ResponseEntityExceptionHandler)";
    Place place = Places.of(advice.type());
    Boundary boundary = new Boundary(Boundary.Kind.HANDLER, name, place, mapping.exception());
    Value problem = problem(chain);
    MethodSymbol creates = own(advice, CREATE);
    if (creates != null) {
      List<Value> arguments = List.of(problem, Value.GIVEN, Value.constant(status), Value.GIVEN);
      Summary summary = engine.summary(creates, self(advice), arguments);
      return outcomes(advice, creates, summary, boundary, declaredStatus, status);
    }
    Answer answer = reader.read(status, Value.NOTHING, problem, Names.PROBLEM_DETAIL, Logs.NOTHING);
    return List.of(new Outcome(boundary, answer, declaredStatus, List.of()));
  }

  /** The body that an exception brings along, or the one that is made for it. */
  private Value problem(List<Escape> chain) {
    Value own = chain.get(0).fields().get(AnswerModel.BODY);
    if (own != null && !own.isNull()) {
      return own;
    }
    return version.hasProblemDetail()
        ? Value.of(new Instance(Names.PROBLEM_DETAIL, Map.of()))
        : Value.NOTHING;
  }

  private @Nullable MethodSymbol own(Advice advice, String name) {
    for (MethodSymbol method : program.allMethods(advice.type())) {
      if (method.name().equals(name) && method.hasBody()) {
        return method;
      }
    }
    return null;
  }
}
