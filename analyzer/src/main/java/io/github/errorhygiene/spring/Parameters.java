package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.RequestBody;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the parameters of a handler method are bound to (HandlerMethodArgumentResolver). */
final class Parameters {
  private static final Set<String> GIVEN =
      Set.of(
          "java.util.Locale",
          "java.util.TimeZone",
          "java.time.ZoneId",
          "org.springframework.ui.Model",
          "org.springframework.ui.ModelMap",
          "org.springframework.web.bind.WebDataBinder",
          "org.springframework.web.servlet.mvc.support.RedirectAttributes",
          "org.springframework.web.bind.support.SessionStatus",
          "org.springframework.web.util.UriComponentsBuilder",
          "jakarta.servlet.http.HttpServletResponse",
          "javax.servlet.http.HttpServletResponse",
          "jakarta.servlet.ServletResponse",
          "javax.servlet.ServletResponse");

  /** What was found wrong with the parameter before. */
  private static final Set<String> FAULTS =
      Set.of(
          "org.springframework.validation.BindingResult", "org.springframework.validation.Errors");

  private static final String PATH_VARIABLE = Names.WEB + "PathVariable";

  private static final String BODY = Names.WEB + "RequestBody";
  private static final String PART = Names.WEB + "RequestPart";

  /** Bodies that are as long as they come. */
  private static final Set<String> WHOLE = Set.of("java.lang.String", "byte[]");

  private static final Set<String> ENTITIES =
      Set.of("org.springframework.http.HttpEntity", "org.springframework.http.RequestEntity");

  private static final Set<String> PUBLISHERS =
      Set.of(
          "io.reactivex.rxjava3.core.Single",
          "java.util.concurrent.CompletableFuture",
          "reactor.core.publisher.Mono");

  private static final Set<String> STREAMS = Set.of("java.io.InputStream", "java.io.Reader");
  private static final Set<String> VALIDATING = Set.of("Valid", "Validated");
  private static final Set<String> CALLERS =
      Set.of("java.security.Principal", "org.springframework.security.core.Authentication");

  private final Program program;
  private final Merged merged;
  private final ArgumentResolvers resolvers;
  private final BareParameters bare;
  private final Forms forms;

  Parameters(
      Program program,
      Merged merged,
      ArgumentResolvers resolvers,
      BareParameters bare,
      Forms forms) {
    this.program = program;
    this.merged = merged;
    this.resolvers = resolvers;
    this.bare = bare;
    this.forms = forms;
  }

  List<Value> values(MethodSymbol method, List<String> paths) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < method.parameterTypes().size(); i++) {
      values.add(value(method, i, paths));
    }
    return values;
  }

  /** The parameter that is the whole body as it came; empty if there is none. */
  String wholeBody(MethodSymbol method) {
    for (int i = 0; i < method.parameterTypes().size(); i++) {
      Type type = method.parameterTypes().get(i);
      boolean body = merged.onParameter(method, i, BODY) != null;
      if (body && WHOLE.contains(held(type).erasure())) {
        return "@RequestBody " + Names.simple(held(type).erasure());
      }
      if (ENTITIES.contains(type.erasure()) && WHOLE.contains(held(type).erasure())) {
        return Names.simple(type.erasure()) + "<" + Names.simple(held(type).erasure()) + ">";
      }
    }
    return "";
  }

  /** What a publisher or an entity holds; else the type itself. */
  private static Type held(Type type) {
    boolean holds = ENTITIES.contains(type.erasure()) || PUBLISHERS.contains(type.erasure());
    return holds && type instanceof Type.Declared declared && declared.arguments().size() == 1
        ? declared.arguments().get(0)
        : type;
  }

  private Value value(MethodSymbol method, int index, List<String> paths) {
    Type type = method.parameterTypes().get(index);
    if (GIVEN.contains(type.erasure())) {
      return Value.GIVEN;
    }
    if (FAULTS.contains(type.erasure())) {
      return Value.unknown(Dependence.REQUEST).sure();
    }
    if (STREAMS.contains(type.erasure())) {
      return RequestBody.of(type.erasure(), Kind.STREAM_READ);
    }
    boolean inPath = merged.onParameter(method, index, PATH_VARIABLE) != null;
    if (inPath && paths.stream().noneMatch(path -> mentions(path, variable(method, index)))) {
      return Value.NULL;
    }
    Dependence data = Dependence.REQUEST;
    if (inPath) {
      data = data.and(Dependence.of(Trait.NOT_EMPTY));
    }
    if (checked(method, index, paths)) {
      data = data.and(Dependence.of(Trait.CHECKED));
    }
    data = Formats.bounded(data, merged.onParameter(method, index));
    if (isCaller(method, index) || resolvers.of(method, index).isPresent()) {
      return Value.unknown(Dependence.STATE);
    }
    if (isObject(method, index)) {
      data = isValidated(method, index) ? data.with(Trait.VALID) : data;
      data = data.with(isVetted(method, index) ? Trait.CHECKED : Trait.INPUT);
    }
    Value value = Value.unknown(data);
    return mayBeMissing(method, index, type)
        ? value.absentBy(Dependence.REQUEST.with(Trait.LEFT_OUT))
        : value.sure();
  }

  /**
   * The same for a client who is not authenticated: nobody calls (PrincipalMethodArgumentResolver,
   * AuthenticationPrincipalArgumentResolver).
   */
  List<Value> anonymously(MethodSymbol method, List<Value> values) {
    List<Value> anonymous = new ArrayList<>(values);
    for (int i = 0; i < method.parameterTypes().size() && i < anonymous.size(); i++) {
      if (isCaller(method, i)) {
        anonymous.set(i, anonymous.get(i).absentBy(Dependence.REQUEST.with(Trait.LEFT_OUT)));
      }
    }
    return anonymous;
  }

  /** Who calls, as the application's security found out. */
  private boolean isCaller(MethodSymbol method, int index) {
    String type = method.parameterTypes().get(index).erasure();
    if (program.supertypes(type).stream().anyMatch(CALLERS::contains)) {
      return true;
    }
    return merged.onParameter(method, index).stream()
        .anyMatch(a -> a.type().endsWith(".AuthenticationPrincipal"));
  }

  /** Whether it is bound to the request without an annotation that says so. */
  boolean isBoundByItself(MethodSymbol method, int index) {
    return bare.isOne(method, index) || forms.isBound(method, index);
  }

  /** An object that is made of the body or of several parameters. */
  private boolean isObject(MethodSymbol method, int index) {
    return merged.onParameter(method, index, BODY) != null
        || merged.onParameter(method, index, PART) != null
        || forms.isOne(method, index);
  }

  private boolean isValidated(MethodSymbol method, int index) {
    return merged.onParameter(method, index).stream()
        .anyMatch(a -> VALIDATING.contains(Names.simple(a.type())));
  }

  /**
   * A validator of the program's own looks at it as well: what that refuses is not followed into
   * each member.
   */
  private boolean isVetted(MethodSymbol method, int index) {
    return isValidated(method, index)
        && method.owner().methods().stream()
            .anyMatch(each -> merged.onMethod(each, Names.WEB + "InitBinder") != null)
        && method.owner().fields().stream()
            .anyMatch(field -> field.type().erasure().endsWith("Validator"));
  }

  private static boolean mentions(String path, String variable) {
    return path.contains("{" + variable + "}") || path.contains("{" + variable + ":");
  }

  /** The format was checked before: a pattern on the path variable, or a constraint. */
  private boolean checked(MethodSymbol method, int index, List<String> paths) {
    String name = variable(method, index);
    boolean inPath =
        !paths.isEmpty() && paths.stream().allMatch(path -> Formats.isGiven(path, name));
    boolean constrained = merged.onParameter(method, index).stream().anyMatch(Formats::isOne);
    return inPath || constrained;
  }

  private String variable(MethodSymbol method, int index) {
    AnnotationSymbol annotation = merged.onParameter(method, index, PATH_VARIABLE);
    if (annotation != null) {
      for (String member : new String[] {"value", "name"}) {
        for (String given : annotation.strings(member)) {
          return given;
        }
      }
    }
    return method.parameterNames().get(index);
  }

  private boolean mayBeMissing(MethodSymbol method, int index, Type type) {
    if (type instanceof Type.Primitive) {
      return false;
    }
    if (type.erasure().equals("java.util.Optional")) {
      return true;
    }
    for (AnnotationSymbol annotation : merged.onParameter(method, index)) {
      boolean optional =
          Boolean.FALSE.equals(annotation.value("required"))
              && annotation.value("defaultValue") == null;
      if (annotation.type().startsWith(Names.WEB) && optional) {
        return true;
      }
    }
    return bare.mayBeLeftOut(method, index);
  }
}
