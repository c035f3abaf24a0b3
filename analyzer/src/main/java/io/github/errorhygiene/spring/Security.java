package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Codes;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.RequestFailure;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Spring Security's part in errors, where a service sets up one filter chain: who answers whoever
 * is not authenticated or not allowed (ExceptionTranslationFilter), and that the container's way to
 * the error page is guarded as well (AuthorizationFilter, since 6.0).
 */
final class Security {
  static final String UNAUTHENTICATED =
      "org.springframework.security.authentication.InsufficientAuthenticationException";
  static final String DENIED = "org.springframework.security.access.AccessDeniedException";
  private static final String WEB = "org.springframework.security.web.";
  private static final String SERVLET = "org.springframework.security.config.annotation.web.";
  private static final String REACTIVE = "org.springframework.security.config.web.server.";

  private final List<Entry> chain;
  private final SecurityRules rules;
  private final Engine engine;
  private final AnswerReader reader;
  private final OwnAnswers own;
  private final boolean guardsErrors;
  private final boolean reactive;
  private final LibraryEntryPoints libraries;
  private final boolean forgets;

  private Security(
      List<Entry> chain,
      SecurityRules rules,
      Engine engine,
      AnswerReader reader,
      SpringVersion version,
      boolean reactive,
      LibraryEntryPoints libraries) {
    this.reactive = reactive;
    this.libraries = libraries;
    this.chain = chain;
    this.rules = rules;
    this.engine = engine;
    this.reader = reader;
    this.own = new OwnAnswers(reader);
    this.guardsErrors =
        !reactive && version.isAtLeast(6, 0) && rules.permitsErrors() == Certainty.NO;
    this.forgets = new Logins(engine.program()).areForgotten(chain);
  }

  /**
   * Null if the service sets none up, or several: then nothing is said of it.
   *
   * @param reactive that of Spring WebFlux, which has no error page
   */
  static @Nullable Security of(
      Routes setup,
      Engine engine,
      AnswerReader reader,
      SpringVersion version,
      boolean reactive,
      LibraryEntryPoints libraries) {
    Map<String, List<Entry>> chains = new LinkedHashMap<>();
    for (Entry entry : setup.entries()) {
      String builders = reactive ? REACTIVE : SERVLET;
      boolean ignored = SecurityRules.isIgnored(entry.call());
      if (!ignored && entry.call().owners().stream().anyMatch(o -> o.startsWith(builders))) {
        chains
            .computeIfAbsent(entry.registration().site().method(), key -> new ArrayList<>())
            .add(entry);
      }
    }
    if (chains.size() != 1) {
      return null;
    }
    List<Entry> chain = chains.values().iterator().next();
    SecurityRules rules = new SecurityRules(withIgnored(setup, chain));
    return new Security(chain, rules, engine, reader, version, reactive, libraries);
  }

  /** What it is told to ignore comes first: no chain is asked ({@code FilterChainProxy}). */
  private static List<Entry> withIgnored(Routes setup, List<Entry> chain) {
    Stream<Entry> ignored =
        setup.entries().stream().filter(entry -> SecurityRules.isIgnored(entry.call()));
    return Stream.concat(ignored, chain.stream()).toList();
  }

  /** What it refuses before a handler is found. */
  List<RequestFailure> refusals() {
    List<RequestFailure> refusals = new ArrayList<>();
    if (rules.guards()) {
      for (Outcome outcome : unauthenticated(UNAUTHENTICATED)) {
        refusals.add(
            new RequestFailure(
                UNAUTHENTICATED, "not authenticated", FailureMode.UNAUTHENTICATED, null, outcome));
      }
    }
    if (rules.demandsMore()) {
      for (Outcome outcome : denied(DENIED)) {
        refusals.add(
            new RequestFailure(DENIED, "access denied", FailureMode.FORBIDDEN, null, outcome));
      }
    }
    return refusals;
  }

  /** What the authentication entry point answers. */
  List<Outcome> unauthenticated(String exception) {
    Entry entry = last("authenticationEntryPoint");
    if (entry != null) {
      return answered(entry, exception, 401);
    }
    if (calls("oauth2ResourceServer")) {
      return plain("BearerTokenAuthenticationEntryPoint", exception, 401, empty(401));
    }
    if (calls("httpBasic")) {
      return plain("BasicAuthenticationEntryPoint", exception, 401, page(401));
    }
    if (calls("formLogin") || calls("oauth2Login")) {
      return plain("LoginUrlAuthenticationEntryPoint", exception, 401, empty(302));
    }
    return reactive
        ? plain("HttpBasicServerAuthenticationEntryPoint", exception, 401, empty(401))
        : plain("Http403ForbiddenEntryPoint", exception, 401, page(403));
  }

  /** What the handler of denied access answers. */
  List<Outcome> denied(String exception) {
    Entry entry = last("accessDeniedHandler");
    if (entry != null) {
      return answered(entry, exception, 403);
    }
    if (calls("oauth2ResourceServer")) {
      return plain("BearerTokenAccessDeniedHandler", exception, 403, empty(403));
    }
    return reactive
        ? plain("HttpStatusServerAccessDeniedHandler", exception, 403, text(403))
        : plain("AccessDeniedHandlerImpl", exception, 403, reader.errorPage(403, Certainty.NO));
  }

  /**
   * What a client sees instead of the error page who may ask without authentication, or whose
   * authentication is forgotten on the way there; empty if the page is seen.
   *
   * @param handler null for a request that finds none
   */
  List<Outcome> insteadOfPage(@Nullable Handler handler, String exception, int declared) {
    if (!guardsErrors || !(forgets || isOpen(handler))) {
      return List.of();
    }
    return unauthenticated(exception).stream()
        .map(
            outcome ->
                new Outcome(
                    new Boundary(
                        Boundary.Kind.GUARD,
                        "Spring Security, which guards /error as well",
                        place(),
                        exception),
                    outcome.answer(),
                    declared,
                    outcome.steps()))
        .toList();
  }

  /** Whether who is not authenticated may certainly ask for it. */
  boolean isOpen(@Nullable Handler handler) {
    return handler != null
        && handler.routes().stream().allMatch(r -> rules.permits(r) == Certainty.YES);
  }

  private Place place() {
    return chain.get(0).registration().site().place();
  }

  private boolean calls(String name) {
    return chain.stream().anyMatch(entry -> entry.call().name().equals(name));
  }

  /** That of {@code exceptionHandling} wins over those of other configurers. */
  private @Nullable Entry last(String name) {
    Predicate<Entry> named = entry -> entry.call().name().equals(name);
    Predicate<Entry> own = entry -> entry.call().owner().endsWith(".ExceptionHandlingConfigurer");
    List<Entry> all = chain.stream().filter(named).toList();
    List<Entry> first = all.stream().filter(own).toList();
    List<Entry> best = first.isEmpty() ? all : first;
    return best.isEmpty() ? null : best.get(best.size() - 1);
  }

  private List<Outcome> answered(Entry entry, String exception, int declared) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Code code : new Codes(engine.program()).of(entry.call(), 0)) {
      Summary summary =
          reactive
              ? code.answer(engine, List.of(Value.GIVEN, Value.UNKNOWN))
              : code.run(engine, List.of(Value.GIVEN, Value.GIVEN, Value.UNKNOWN));
      if (!summary.answer().field(AnswerModel.RESOLVED).isNothing()) {
        outcomes.addAll(libraries.ofAdvices(exception, declared));
      }
      Boundary boundary =
          new Boundary(Boundary.Kind.HANDLER, code.label(), code.place(), exception);
      own.written(summary.answer(), summary, "")
          .forEach(
              (status, answer) ->
                  outcomes.add(new Outcome(boundary, answer, declared, OwnAnswers.steps(code))));
    }
    if (!outcomes.isEmpty()) {
      return outcomes;
    }
    List<Outcome> known = libraries.of(entry.call(), exception, declared);
    return known.isEmpty() ? ofLibrary(entry, exception, declared) : known;
  }

  private List<Outcome> ofLibrary(Entry entry, String exception, int declared) {
    for (Instance made : entry.call().argument(0).instances()) {
      String name = Names.simple(made.type());
      if (made.type().startsWith("org.springframework.security.")) {
        int status = Parts.statuses(made, declared).first();
        boolean sends =
            made.type().startsWith(WEB + "authentication.Http403")
                || made.type().contains(".www.")
                || made.type().endsWith("AccessDeniedHandlerImpl");
        int sent = name.startsWith("Http403") ? 403 : status;
        return plain(name, exception, declared, sends ? page(sent) : empty(sent));
      }
    }
    return List.of();
  }

  private List<Outcome> plain(String name, String exception, int declared, Answer answer) {
    Boundary boundary = new Boundary(Boundary.Kind.FRAMEWORK, name, null, exception);
    return List.of(new Outcome(boundary, answer, declared, List.of()));
  }

  /** {@code sendError}: the error page, where it may be seen. */
  private Answer page(int status) {
    return guardsErrors || reactive ? empty(status) : reader.errorPage(status, Certainty.NO);
  }

  /** The message of the exception (HttpStatusServerAccessDeniedHandler). */
  private Answer text(int status) {
    Certainty id = reader.everywhere();
    return new Answer(status, "text/plain", new TreeSet<>(), id, List.of(), Certainty.NO);
  }

  private Answer empty(int status) {
    return new Answer(status, null, new TreeSet<>(), reader.everywhere(), List.of(), Certainty.NO);
  }
}
