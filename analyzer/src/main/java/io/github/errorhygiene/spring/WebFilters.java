package io.github.errorhygiene.spring;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.servlet.Filters;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.FilterChain;
import io.github.errorhygiene.web.FilterChain.Passage;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RequestFailure;
import io.github.errorhygiene.web.SentAnswer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The service's filters: outside of all that Spring does, so that no advice sees what they throw or
 * signal.
 */
final class WebFilters {
  private final Project project;
  private final FilterBeans beans;
  private final Filters filters;
  private final LambdaFilters lambdas;
  private final List<String> kinds;
  private final Map<FilterChain, Map<List<String>, Passage>> passages = new IdentityHashMap<>();
  private final Map<List<String>, FilterChain> chains = new HashMap<>();
  private @Nullable List<TypeSymbol> all;

  /** Filters of servlets. */
  static final List<String> SERVLET = List.of("jakarta.servlet.Filter", "javax.servlet.Filter");

  /** Filters of Spring WebFlux. */
  static final List<String> REACTIVE = List.of("org.springframework.web.server.WebFilter");

  /**
   * Those of a program.
   *
   * @param kinds binary names of the interfaces that filters implement
   */
  WebFilters(Project project, FilterBeans beans, List<String> kinds) {
    this.kinds = kinds;
    this.project = project;
    this.lambdas = new LambdaFilters(project);
    this.beans = beans;
    this.filters = new Filters(project.program(), project.engine());
  }

  /** All of them. */
  FilterChain chain() {
    return chain(all());
  }

  /** Those that may run for a handler. */
  FilterChain chain(Handler handler) {
    return chain(all().stream().filter(filter -> beans.isFor(filter, handler)).toList());
  }

  private FilterChain chain(List<TypeSymbol> some) {
    List<String> names = some.stream().map(TypeSymbol::name).toList();
    return chains.computeIfAbsent(names, key -> filters.chain(some));
  }

  private List<TypeSymbol> all() {
    List<TypeSymbol> known = all;
    if (known == null) {
      known =
          kinds.stream()
              .flatMap(type -> project.sourceSubtypes(type).stream())
              .filter(type -> !type.isAbstract())
              .distinct()
              .sorted(Comparator.comparingInt(beans::order))
              .toList();
      all = known;
    }
    return known;
  }

  /** Whether a filter puts a request id on all answers; unknown if on those of some requests. */
  Certainty identifies(RequestIds ids) {
    List<TypeSymbol> identifying =
        all().stream()
            .filter(filter -> filters.chain(List.of(filter)).requestId(ids) != Certainty.NO)
            .toList();
    boolean always =
        identifying.stream()
            .filter(filter -> filters.chain(List.of(filter)).requestId(ids) == Certainty.YES)
            .anyMatch(beans::isForEverything);
    Certainty known =
        identifying.isEmpty() ? Certainty.NO : always ? Certainty.YES : Certainty.UNKNOWN;
    return LambdaFilters.surer(known, lambdas.requestId(ids));
  }

  /** Filters behind Spring Security do not see what it refuses. */
  AnswerReader atGate(AnswerReader all, RequestIds ids) {
    return all.everywhere() == Certainty.YES ? all.with(identifiesRefusals(ids)) : all;
  }

  /** Whether a filter puts a request id on what Spring Security refuses. */
  private Certainty identifiesRefusals(RequestIds ids) {
    Certainty known =
        filters.chain(all().stream().filter(beans::isBeforeSecurity).toList()).requestId(ids);
    boolean lambda = lambdas.requestId(ids) != Certainty.NO;
    return lambda ? LambdaFilters.surer(known, Certainty.UNKNOWN) : known;
  }

  /** Whether filters before this one put a request id on what it answers. */
  Certainty identifies(TypeSymbol filter, RequestIds ids) {
    int index = all().indexOf(filter);
    return filters.chain(all().subList(0, Math.max(index, 0))).requestId(ids);
  }

  /**
   * What becomes of an exception that leaves the DispatcherServlet. Filters tell exceptions apart
   * by their types, so one of each kind is asked for.
   */
  Passage pass(Escape escape, AnswerReader reader) {
    return pass(chain(), escape, reader);
  }

  /** The same, of an exception of a handler. */
  Passage pass(Handler handler, Escape escape, AnswerReader reader) {
    return pass(chain(handler), escape, reader);
  }

  private Passage pass(FilterChain chain, Escape escape, AnswerReader reader) {
    if (SentAnswer.before(escape) != null) {
      return chain.pass(escape, reader);
    }
    List<String> types = new ArrayList<>();
    for (@Nullable Escape link = escape; link != null; link = link.inner()) {
      types.add(link.type());
    }
    return passages
        .computeIfAbsent(chain, key -> new HashMap<>())
        .computeIfAbsent(types, key -> chain.pass(escape, reader));
  }

  /** What a filter refuses, where it is not for all of these handlers: of those that it is for. */
  Stream<RequestFailure> limited(
      Handler.Step step, List<RequestFailure> refusals, List<Handler> handlers) {
    List<Handler> concerned =
        step.code() instanceof Code.OfMethod of
            ? handlers.stream().filter(handler -> beans.isFor(of.type(), handler)).toList()
            : handlers;
    return concerned.size() == handlers.size()
        ? refusals.stream()
        : refusals.stream().flatMap(each -> concerned.stream().map(each::of));
  }

  /**
   * Whether a filter throws it by itself, and not only because it is written that what follows may.
   */
  static boolean isKnown(Escape escape) {
    return escape.source() == Escape.Source.THROWN || escape.source() == Escape.Source.CATALOGUE;
  }
}
