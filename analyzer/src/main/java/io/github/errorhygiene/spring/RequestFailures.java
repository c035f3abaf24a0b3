package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.RequestFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes wrong before a handler method runs, and what becomes of it. */
final class RequestFailures {
  private static final String WEB = "org.springframework.web.";
  private static final Set<String> TEXT =
      Set.of("java.lang.String", "java.lang.Object", "java.lang.CharSequence");
  private static final Set<String> CONVERTED =
      Set.of("PathVariable", "RequestParam", "RequestHeader", "CookieValue");
  private static final String DEFERRED =
      "org.springframework.web.context.request.async.DeferredResult";

  private static final Set<String> NUMBERS =
      Set.of(
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.math.BigDecimal",
          "java.math.BigInteger");

  private final Merged merged;
  private final Mappings mappings;
  private final Bodies bodies;
  private final BareParameters bare;
  private final Uploads uploads;
  private final Constrained constrained;
  private final SpringVersion version;
  private final ExceptionAnswers answers;
  private final MethodSecurity methodSecurity;

  RequestFailures(
      Merged merged,
      Mappings mappings,
      Bodies bodies,
      SpringVersion version,
      MethodSecurity methodSecurity,
      ExceptionAnswers answers) {
    this.version = version;
    this.methodSecurity = methodSecurity;
    this.bodies = bodies;
    this.merged = merged;
    this.bare = mappings.bareParameters();
    this.uploads = new Uploads(merged);
    this.constrained = new Constrained(merged, version);
    this.mappings = mappings;
    this.answers = answers;
  }

  /** All of them, those that concern no handler first. */
  List<RequestFailure> of(List<Handler> handlers) {
    List<RequestFailure> failures = new ArrayList<>();
    unknownPath(failures);
    wrongMethod(failures);
    handlers.stream()
        .filter(handler -> handler.code() instanceof Code.OfMethod)
        .forEach(handler -> ofHandler(handler, failures));
    return failures;
  }

  private void wrongMethod(List<RequestFailure> failures) {
    Raised wrongMethod =
        new Raised(
            WEB + "HttpRequestMethodNotSupportedException",
            "wrong method",
            FailureMode.METHOD_NOT_ALLOWED,
            null);
    raise(failures, null, null, wrongMethod);
  }

  /** Before Spring 6.1 nothing is thrown: the handler of static resources answers 404 itself. */
  private void unknownPath(List<RequestFailure> failures) {
    if (version.isAtLeast(6, 1)) {
      Raised unknown = new Raised(Names.NO_RESOURCE, "unknown path", FailureMode.MISSING, null);
      raise(failures, null, null, unknown);
    } else {
      Outcome outcome = answers.sent(404, "ResourceHttpRequestHandler");
      failures.add(new RequestFailure("", "unknown path", FailureMode.MISSING, null, outcome));
    }
  }

  private void ofHandler(Handler handler, List<RequestFailure> failures) {
    MethodSymbol method = handler.method();
    for (int i = 0; i < method.parameterTypes().size(); i++) {
      ofParameter(handler, method, i, failures);
    }
    handler.before().forEach(step -> ofStep(handler, step, failures));
    ofMediaTypes(handler, failures);
    ofUploads(handler, failures);
    if (method.returnType().erasure().equals(DEFERRED)) {
      String late = WEB + "context.request.async.AsyncRequestTimeoutException";
      add(failures, handler, late, "no result in time", FailureMode.UNAVAILABLE);
    }
    Escape refused = constrained.ofReturned(handler.type(), method);
    if (refused != null) {
      raise(failures, handler, handler.type(), refused, "refuses what is returned");
    }
    if (methodSecurity.guards(handler.type(), method)) {
      add(failures, handler, Security.DENIED, "access denied", FailureMode.FORBIDDEN);
    }
  }

  /** Interceptors and filters are called with what the container has. */
  private boolean isBound(MethodSymbol method) {
    return merged.onMethod(method, Names.WEB + "ModelAttribute") != null
        || merged.onMethod(method, Names.WEB + "InitBinder") != null;
  }

  /** What runs before the handler is bound to the request as well, unless it has to do without. */
  private void ofStep(Handler handler, Handler.Step step, List<RequestFailure> failures) {
    if (step.code() instanceof Code.OfMethod of && isBound(of.method())) {
      for (int i = 0; i < of.method().parameterTypes().size(); i++) {
        boolean given = i >= step.arguments().size() || !step.arguments().get(i).isNull();
        if (given) {
          ofParameter(handler, of.method(), i, failures);
        }
      }
    }
  }

  /** What the mapping restricts fails before a handler is found: its controller is not asked. */
  private void ofMediaTypes(Handler handler, List<RequestFailure> failures) {
    if (mappings.restricts(handler, "consumes")) {
      add(failures, handler, null, unsupported());
    } else if (readsSomeMediaTypes(handler)) {
      add(failures, handler, handler.type(), unsupported());
    }
    boolean restricted = mappings.restricts(handler, "produces");
    if (restricted || bodies.areNegotiated(handler)) {
      Raised notAcceptable =
          new Raised(
              WEB + "HttpMediaTypeNotAcceptableException",
              "not acceptable",
              FailureMode.NOT_ACCEPTABLE,
              null);
      add(failures, handler, restricted ? null : handler.type(), notAcceptable);
    }
  }

  /** Until Spring 6.2 what is too large had no status of its own. */
  private void ofUploads(Handler handler, List<RequestFailure> failures) {
    if (uploads.needs(handler.method()) && !mappings.restricts(handler, "consumes")) {
      String none = Uploads.NO_MULTIPART;
      add(failures, handler, none, "no multipart request", FailureMode.MALFORMED_INPUT);
    }
    if (uploads.takes(handler.method()) && version.isAtLeast(6, 2)) {
      String large = Uploads.TOO_LARGE;
      add(
          failures,
          handler,
          null,
          new Raised(large, "upload too large", FailureMode.TOO_LARGE, null));
    }
  }

  private static Raised unsupported() {
    return new Raised(
        WEB + "HttpMediaTypeNotSupportedException",
        "unsupported media type",
        FailureMode.UNSUPPORTED_MEDIA_TYPE,
        null);
  }

  private boolean readsSomeMediaTypes(Handler handler) {
    MethodSymbol method = handler.method();
    for (int i = 0; i < method.parameterTypes().size(); i++) {
      boolean body = merged.onParameter(method, i, Names.WEB + "RequestBody") != null;
      if (body && ReturnTypes.isNegotiated(method.parameterTypes().get(i).erasure())) {
        return true;
      }
    }
    return false;
  }

  private void ofParameter(
      Handler handler, MethodSymbol method, int index, List<RequestFailure> failures) {
    Type type = method.parameterTypes().get(index);
    if (merged.onParameter(method, index, Names.WEB + "RequestBody") != null) {
      String unreadable = "org.springframework.http.converter.HttpMessageNotReadableException";
      add(failures, handler, unreadable, "malformed body", FailureMode.MALFORMED_INPUT);
    }
    for (AnnotationSymbol annotation : merged.onParameter(method, index)) {
      bound(handler, annotation, type, failures);
    }
    if (bare.isOne(method, index)) {
      bound(handler, BareParameters.BINDING, type, failures);
    }
    for (String invalid : constrained.ofParameter(handler.type(), method, index)) {
      add(failures, handler, invalid, "failed validation", FailureMode.INVALID_INPUT);
    }
  }

  private void bound(
      Handler handler, AnnotationSymbol annotation, Type type, List<RequestFailure> failures) {
    String kind = Names.simple(annotation.type());
    if (!annotation.type().startsWith(Names.WEB)) {
      return;
    }
    if (CONVERTED.contains(kind) && mustBeConverted(type)) {
      String mismatch = WEB + "method.annotation.MethodArgumentTypeMismatchException";
      Raised raised =
          new Raised(mismatch, "type mismatch", FailureMode.MALFORMED_INPUT, conversion(type));
      add(failures, handler, handler.type(), raised);
    }
    boolean required =
        !Boolean.FALSE.equals(annotation.value("required"))
            && annotation.value("defaultValue") == null
            && !type.erasure().equals("java.util.Optional");
    String missing = required ? missing(kind, type) : leftOut(annotation, type);
    if (!missing.isEmpty()) {
      add(failures, handler, missing, "missing parameter", FailureMode.MALFORMED_INPUT);
    }
  }

  /** What the conversion of a text throws; the mismatch has it as a cause. */
  private static Escape conversion(Type type) {
    String name = type.erasure();
    boolean number =
        (type instanceof Type.Primitive && !name.equals("boolean") && !name.equals("char"))
            || NUMBERS.contains(name);
    return Escape.ofFramework(
        number ? "java.lang.NumberFormatException" : "java.lang.IllegalArgumentException",
        FailureMode.MALFORMED_INPUT,
        null);
  }

  /** There is no null in its place (AbstractNamedValueMethodArgumentResolver.handleNullValue). */
  private static String leftOut(AnnotationSymbol annotation, Type type) {
    boolean number = type instanceof Type.Primitive && !type.erasure().equals("boolean");
    return number && annotation.value("defaultValue") == null
        ? "java.lang.IllegalStateException"
        : "";
  }

  private static String missing(String kind, Type type) {
    return switch (kind) {
      case "RequestParam" ->
          type.erasure().endsWith("MultipartFile")
              ? WEB + "multipart.support.MissingServletRequestPartException"
              : type.erasure().equals("java.util.Map")
                  ? ""
                  : WEB + "bind.MissingServletRequestParameterException";
      case "RequestPart" -> WEB + "multipart.support.MissingServletRequestPartException";
      case "RequestHeader" ->
          type.erasure().endsWith("HttpHeaders") ? "" : WEB + "bind.MissingRequestHeaderException";
      case "CookieValue" -> WEB + "bind.MissingRequestCookieException";
      default -> "";
    };
  }

  private boolean mustBeConverted(Type type) {
    String erased = type.erasure();
    Type element = type.arguments().size() == 1 ? type.arguments().get(0) : type;
    boolean text = TEXT.contains(erased) || TEXT.contains(element.erasure());
    boolean special =
        erased.endsWith("MultipartFile")
            || erased.endsWith("[]")
            || erased.startsWith("java.util.Map");
    return !text && !special && !erased.endsWith("HttpHeaders") && element.isKnown();
  }

  private void add(
      List<RequestFailure> failures,
      Handler handler,
      String exception,
      String summary,
      FailureMode mode) {
    add(failures, handler, handler.type(), new Raised(exception, summary, mode, null));
  }

  /**
   * What the framework raises.
   *
   * @param cause null if it has none
   */
  private record Raised(
      String exception, String summary, FailureMode mode, @Nullable Escape cause) {}

  private void add(
      List<RequestFailure> failures,
      Handler handler,
      @Nullable TypeSymbol controller,
      Raised raised) {
    if (!isKnown(failures, handler, answers.raised(raised.exception()))) {
      raise(failures, handler, controller, raised);
    }
  }

  /** Those of a handler are together, the latest ones last. */
  @SuppressWarnings("ReferenceEquality" /* that handler, not one like it */)
  private static boolean isKnown(List<RequestFailure> failures, Handler handler, String exception) {
    for (int i = failures.size() - 1; i >= 0 && failures.get(i).handler() == handler; i--) {
      if (failures.get(i).exception().equals(exception)) {
        return true;
      }
    }
    return false;
  }

  private void raise(
      List<RequestFailure> failures,
      @Nullable Handler handler,
      @Nullable TypeSymbol controller,
      Raised raised) {
    String exception = answers.raised(raised.exception());
    Escape escape = Escape.ofFramework(exception, raised.mode(), raised.cause());
    raise(failures, handler, controller, escape, raised.summary());
  }

  private void raise(
      List<RequestFailure> failures,
      @Nullable Handler handler,
      @Nullable TypeSymbol controller,
      Escape escape,
      String summary) {
    FailureMode mode = Objects.requireNonNull(escape.mode(), "of the framework");
    for (Outcome outcome : answers.outcomes(handler, controller, escape)) {
      failures.add(new RequestFailure(escape.type(), summary, mode, handler, outcome));
    }
  }
}
