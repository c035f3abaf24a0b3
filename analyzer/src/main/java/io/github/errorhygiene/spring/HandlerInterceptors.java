package io.github.errorhygiene.spring;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Handler.Step;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The interceptors that {@code WebMvcConfigurer.addInterceptors} registers: {@code preHandle} runs
 * before handlers, and what it throws is resolved like what they throw (DispatcherServlet).
 */
final class HandlerInterceptors {
  private static final List<Value> ARGUMENTS = List.of(Value.GIVEN, Value.GIVEN, Value.GIVEN);

  private final Project project;
  private final Program program;
  private final Routes setup;
  private final Map<Handler, Certainty> identified = new IdentityHashMap<>();
  private @Nullable List<Interceptor> interceptors;

  HandlerInterceptors(Project project, Routes setup) {
    this.project = project;
    this.program = project.program();
    this.setup = setup;
  }

  /**
   * Those that one call registers.
   *
   * @param included empty for all paths
   */
  private record Interceptor(
      List<Step> steps, List<PathPattern> included, List<PathPattern> excluded) {
    boolean covers(Handler.Route route) {
      return (included.isEmpty() || anyCovers(included, route.path()))
          && !anyCovers(excluded, route.path());
    }

    private static boolean anyCovers(List<PathPattern> patterns, String path) {
      return patterns.stream().anyMatch(pattern -> pattern.covers(path));
    }
  }

  /** Those that run before a handler, in the order in which they are registered. */
  List<Step> before(Handler handler) {
    return interceptors().stream()
        .filter(interceptor -> handler.routes().stream().anyMatch(interceptor::covers))
        .flatMap(interceptor -> interceptor.steps().stream())
        .toList();
  }

  private List<Interceptor> interceptors() {
    List<Interceptor> known = interceptors;
    if (known == null) {
      known =
          setup.entries().stream()
              .filter(entry -> entry.call().name().equals("addInterceptor"))
              .map(this::interceptor)
              .toList();
      interceptors = known;
    }
    return known;
  }

  private Interceptor interceptor(Entry entry) {
    List<Step> steps = new ArrayList<>();
    types(entry.call()).stream()
        .map(this::preHandle)
        .filter(code -> code != null)
        .forEach(code -> steps.add(new Step(code, ARGUMENTS)));
    return new Interceptor(
        steps, patterns(entry, "addPathPatterns"), patterns(entry, "excludePathPatterns"));
  }

  /** Whether one of them puts a request id into a header, wherever the handler runs at all. */
  Certainty identify(Handler handler, Engine engine, RequestIds ids) {
    return identified.computeIfAbsent(handler, each -> identifies(each, engine, ids));
  }

  private Certainty identifies(Handler handler, Engine engine, RequestIds ids) {
    Certainty found = Certainty.NO;
    for (Step step : before(handler)) {
      Certainty sets = identifies(step.code().run(engine, step.arguments()), ids);
      found = found == Certainty.YES || sets == Certainty.NO ? found : sets;
    }
    return found;
  }

  private static Certainty identifies(Summary summary, RequestIds ids) {
    List<Certainty> known =
        summary.exits().stream()
            .filter(exit -> !Boolean.FALSE.equals(exit.returned().constant()))
            .map(exit -> AnswerModel.hasRequestId(exit.answer(), ids))
            .distinct()
            .toList();
    return known.size() == 1 ? known.get(0) : known.isEmpty() ? Certainty.NO : Certainty.UNKNOWN;
  }

  private List<PathPattern> patterns(Entry interceptor, String name) {
    return setup.entries().stream()
        .filter(entry -> entry.call().name().equals(name))
        .filter(entry -> setup.makers(entry.call().receiver()).contains(interceptor))
        .flatMap(entry -> entry.call().arguments().stream())
        .flatMap(argument -> argument.strings().stream())
        .map(PathPattern::new)
        .toList();
  }

  private Set<TypeSymbol> types(LibraryCall call) {
    Value argument = call.argument(0);
    List<String> names = argument.instances().stream().map(Instance::type).toList();
    String declared = call.argumentTypes().isEmpty() ? "" : call.argumentTypes().get(0).erasure();
    Stream<String> known =
        names.isEmpty()
            ? Stream.concat(
                Stream.of(declared),
                project.sourceSubtypes(declared).stream().map(TypeSymbol::name))
            : names.stream();
    Set<TypeSymbol> types = new LinkedHashSet<>();
    known
        .map(program::type)
        .filter(type -> type != null && type.isSource() && !type.isAbstract())
        .forEach(types::add);
    return types;
  }

  private @Nullable Code preHandle(TypeSymbol type) {
    for (MethodSymbol method : program.allMethods(type)) {
      if (method.name().equals("preHandle")
          && method.hasBody()
          && method.parameterTypes().size() == ARGUMENTS.size()) {
        return Code.of(type, method);
      }
    }
    return null;
  }
}
