package io.github.errorhygiene.spring;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.escape.Known.Instance;
import io.github.errorhygiene.escape.LibraryCall;
import io.github.errorhygiene.escape.Summary;
import io.github.errorhygiene.escape.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Handler.Step;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The interceptors that {@code WebMvcConfigurer.addInterceptors} registers: {@code preHandle} runs
 * before handlers, and what it throws is resolved like what they throw (DispatcherServlet).
 */
final class HandlerInterceptors {
  private static final List<Value> ARGUMENTS = List.of(Value.GIVEN, Value.GIVEN, Value.GIVEN);

  private final Program program;
  private final Routes setup;

  HandlerInterceptors(Program program, Routes setup) {
    this.program = program;
    this.setup = setup;
  }

  /** Those that run before a handler, in the order in which they are registered. */
  List<Step> before(Handler handler) {
    List<Step> steps = new ArrayList<>();
    for (Entry entry : setup.entries()) {
      if (entry.call().name().equals("addInterceptor") && covers(entry, handler)) {
        types(entry.call()).stream()
            .map(this::preHandle)
            .filter(code -> code != null)
            .forEach(code -> steps.add(new Step(code, ARGUMENTS)));
      }
    }
    return steps;
  }

  /** Whether one of them puts a request id into a header, wherever the handler runs at all. */
  Certainty identify(Handler handler, Engine engine, RequestIds ids) {
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
            .map(exit -> AnswerModel.hasHeader(exit.answer(), ids::isHeader))
            .distinct()
            .toList();
    return known.size() == 1 ? known.get(0) : known.isEmpty() ? Certainty.NO : Certainty.UNKNOWN;
  }

  private boolean covers(Entry entry, Handler handler) {
    List<String> included = patterns(entry, "addPathPatterns");
    List<String> excluded = patterns(entry, "excludePathPatterns");
    return handler.routes().stream()
        .map(Handler.Route::path)
        .anyMatch(
            path ->
                (included.isEmpty() || anyCovers(included, path)) && !anyCovers(excluded, path));
  }

  private static boolean anyCovers(List<String> patterns, String path) {
    return patterns.stream().anyMatch(pattern -> PathPattern.covers(pattern, path));
  }

  private List<String> patterns(Entry interceptor, String name) {
    return setup.entries().stream()
        .filter(entry -> entry.call().name().equals(name))
        .filter(entry -> setup.makers(entry.call().receiver()).contains(interceptor))
        .flatMap(entry -> entry.call().arguments().stream())
        .flatMap(argument -> argument.strings().stream())
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
                program.sourceSubtypes(declared).stream().map(TypeSymbol::name))
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
