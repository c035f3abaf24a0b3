package io.github.errorhygiene.spring;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Filter;
import io.github.errorhygiene.web.FilterChain;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Filters of the application that are lambdas or method references: what a {@code @Bean} method
 * returns, and what a {@code FilterRegistrationBean} is given.
 */
final class LambdaFilters {
  private static final String BEAN = "org.springframework.context.annotation.Bean";
  private static final String REGISTRATIONS = "org.springframework.boot.web.servlet.";
  private static final String REGISTRATION = REGISTRATIONS + "FilterRegistrationBean";
  private static final String EVERYTHING = "/*";

  /** By the interface of a filter, what is behind it. */
  private static final Map<String, String> BEHIND =
      Map.of(
          "jakarta.servlet.Filter", "jakarta.servlet.FilterChain",
          "javax.servlet.Filter", "javax.servlet.FilterChain",
          "org.springframework.web.server.WebFilter",
              "org.springframework.web.server.WebFilterChain");

  private final Program program;
  private final Engine engine;
  private final List<Found> filters = new ArrayList<>();

  /**
   * A filter.
   *
   * @param everything it is for all requests
   */
  private record Found(Filter filter, boolean everything) {}

  LambdaFilters(Project project) {
    this.program = project.program();
    this.engine = project.engine();
    returned(project.sourceTypes());
    if (project.imports(REGISTRATIONS)) {
      registered(Routes.of(project, SpringAdapter.SETUP));
    }
  }

  private void returned(List<TypeSymbol> types) {
    for (TypeSymbol type : types) {
      for (MethodSymbol method : type.methods()) {
        String returned = method.returnType().erasure();
        if (BEHIND.containsKey(returned) && method.annotation(BEAN) != null && method.hasBody()) {
          Summary made = engine.summary(method, Value.GIVEN, given(method.parameterTypes().size()));
          functions(made.returned(), returned, true);
        }
      }
    }
  }

  private void functions(Value value, String kind, boolean everything) {
    for (Function function : value.functions()) {
      boolean servlet = kind.endsWith(".servlet.Filter");
      Filter.Kind how = servlet ? Filter.Kind.SERVLET : Filter.Kind.WEB_FILTER;
      Code code = new Code.OfFunction(function, true);
      String behind = BEHIND.getOrDefault(kind, "");
      filters.add(new Found(new Filter(code, how, given(servlet ? 2 : 1), behind), everything));
    }
  }

  private static List<Value> given(int count) {
    return Collections.nCopies(count, Value.GIVEN);
  }

  private void registered(Routes setup) {
    String servlet =
        program.type("jakarta.servlet.Filter") == null
            ? "javax.servlet.Filter"
            : "jakarta.servlet.Filter";
    for (Entry entry : setup.entries()) {
      boolean filter = List.of("<init>", "setFilter").contains(entry.call().name());
      if (filter && entry.call().owner().equals(REGISTRATION)) {
        functions(entry.call().argument(0), servlet, isForEverything(setup, entry));
      }
    }
  }

  private static boolean isForEverything(Routes setup, Entry registration) {
    List<Entry> makers =
        registration.call().name().equals("<init>")
            ? List.of(registration)
            : setup.makers(registration.call().receiver());
    return setup.entries().stream()
        .filter(entry -> List.of("addUrlPatterns", "setUrlPatterns").contains(entry.call().name()))
        .filter(entry -> setup.makers(entry.call().receiver()).stream().anyMatch(makers::contains))
        .allMatch(
            entry ->
                entry.call().arguments().stream()
                    .anyMatch(argument -> argument.strings().contains(EVERYTHING)));
  }

  /** Whether one puts a request id on all answers; unknown if on those of some requests. */
  Certainty requestId(RequestIds ids) {
    return filters.stream()
        .map(found -> requestId(found, ids))
        .reduce(Certainty.NO, LambdaFilters::surer);
  }

  private Certainty requestId(Found found, RequestIds ids) {
    Certainty sets = new FilterChain(engine, List.of(found.filter())).requestId(ids);
    return sets == Certainty.YES && !found.everything() ? Certainty.UNKNOWN : sets;
  }

  /** The surer of two answers to whether something is there. */
  static Certainty surer(Certainty one, Certainty other) {
    return Stream.of(Certainty.YES, Certainty.UNKNOWN)
        .filter(each -> one == each || other == each)
        .findFirst()
        .orElse(Certainty.NO);
  }
}
