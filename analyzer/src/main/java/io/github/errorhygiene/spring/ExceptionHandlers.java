package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.spring.Advice.Mapping;
import io.github.errorhygiene.web.AnsweringMethod;
import io.github.errorhygiene.web.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The {@code @ExceptionHandler} methods of an application, asked in the order of {@code
 * ExceptionHandlerExceptionResolver}, which Spring WebFlux shares.
 */
final class ExceptionHandlers {
  private final Program program;
  private final Advices advices;
  private final HandlerCalls calls;

  ExceptionHandlers(Program program, Advices advices, HandlerCalls calls) {
    this.program = program;
    this.advices = advices;
    this.calls = calls;
  }

  /**
   * What the first one that takes the exception, or a cause of it, answers; empty if none does, or
   * if it fails itself: then the exception goes on.
   *
   * @param controller null where no handler was found
   * @param status that the exception asks for by itself; 0 if none
   */
  List<Outcome> outcomes(@Nullable TypeSymbol controller, Escape escape, int status) {
    return outcomes(controller, escape, status, new Asked(escape));
  }

  /** The handlers of the advices and of these controllers. */
  List<Boundary> boundaries(Stream<TypeSymbol> controllers) {
    return Stream.concat(advices.all().stream(), controllers.map(advices::local))
        .flatMap(advice -> advice.mappings().stream().flatMap(each -> boundary(advice, each)))
        .distinct()
        .toList();
  }

  /** Those of the advices, with the status that {@code @ResponseStatus} declares. */
  List<AnsweringMethod> methods() {
    List<AnsweringMethod> methods = new ArrayList<>();
    for (Advice advice : advices.all()) {
      for (Mapping mapping : advice.mappings()) {
        MethodSymbol method = mapping.method();
        if (method != null) {
          methods.add(new AnsweringMethod(method, calls.declared(method)));
        }
      }
    }
    return methods;
  }

  /** None for what nobody wrote in the advice. */
  private static Stream<Boundary> boundary(Advice advice, Mapping mapping) {
    MethodSymbol method = mapping.method();
    return method == null
        ? Stream.of()
        : Stream.of(HandlerCalls.boundary(advice, method, mapping.exception()));
  }

  /** The same, noting who was asked. */
  List<Outcome> outcomes(@Nullable TypeSymbol controller, Escape escape, int status, Asked asked) {
    List<Escape> chain = chain(escape);
    for (Advice advice : advices.applicable(controller)) {
      for (Escape link : chain) {
        Mapping mapping = closest(advice, link);
        if (mapping != null) {
          List<Outcome> outcomes =
              alternatives(advice, mapping).stream()
                  .flatMap(each -> calls.outcomes(advice, each, chain, status).stream())
                  .toList();
          if (outcomes.isEmpty() || !isWritten(escape, outcomes)) {
            asked.failed(advice, mapping);
            return List.of();
          }
          return asked.took(advice, mapping, link, outcomes);
        }
      }
      asked.passedOver(advice);
    }
    return List.of();
  }

  /**
   * To a client who accepts no JSON a body in JSON cannot be written: the handler's answer fails,
   * and the exception goes on (ExceptionHandlerExceptionResolver). Problem details are written in
   * any case (AbstractMessageConverterMethodProcessor).
   */
  private static boolean isWritten(Escape escape, List<Outcome> outcomes) {
    boolean notAcceptable =
        Names.NOT_ACCEPTABLE.equals(escape.type())
            || Reactive.insteadOf(Names.NOT_ACCEPTABLE).equals(escape.type());
    return !notAcceptable
        || outcomes.stream()
            .noneMatch(outcome -> "application/json".equals(outcome.answer().contentType()));
  }

  /**
   * The handlers of one exception between which the client chooses, by what it accepts
   * (ExceptionHandlerMethodResolver.resolveExceptionMapping, since Spring 6.2).
   */
  private List<Mapping> alternatives(Advice advice, Mapping closest) {
    List<Mapping> same =
        advice.mappings().stream()
            .filter(each -> each.exception().equals(closest.exception()))
            .toList();
    return same.stream().anyMatch(calls::isForSomeMediaTypes) ? same : List.of(closest);
  }

  /** An advice's own handlers, and those that it inherits from ResponseEntityExceptionHandler. */
  private @Nullable Mapping closest(Advice advice, Escape escape) {
    List<String> supertypes = program.supertypes(escape.type());
    Mapping own = advices.closest(advice, escape.type());
    boolean inherits = calls.extendsResponseEntityExceptionHandler(advice);
    Builtins.Builtin builtin = inherits ? Builtins.nearest(supertypes) : null;
    if (builtin == null) {
      return own;
    }
    boolean nearer =
        own == null
            || supertypes.indexOf(builtin.exception()) < supertypes.indexOf(own.exception());
    return nearer ? new Mapping(builtin.exception(), null) : own;
  }

  private static List<Escape> chain(Escape escape) {
    List<Escape> chain = new ArrayList<>();
    for (@Nullable Escape link = escape; link != null; link = link.inner()) {
      chain.add(link);
    }
    return chain;
  }
}
