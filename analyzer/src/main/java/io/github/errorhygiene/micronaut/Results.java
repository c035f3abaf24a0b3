package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Statuses;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What becomes of what a route returns ({@code RouteExecutor.createResponseForBody}). */
final class Results {
  /** Returned when nothing is: 404 ({@code micronaut.server.not-found-on-missing-body}). */
  static final int MISSING = 404;

  private static final String STATUS = "io.micronaut.http.HttpStatus";

  private static final Set<String> WRAPPERS =
      Set.of(
          "io.micronaut.http.HttpResponse",
          "io.micronaut.http.MutableHttpResponse",
          "java.util.Optional",
          "java.util.concurrent.CompletableFuture",
          "java.util.concurrent.CompletionStage",
          "org.reactivestreams.Publisher",
          "reactor.core.publisher.Mono");

  /** Of which nothing is an empty list. */
  private static final Set<String> MANY =
      Set.of("reactor.core.publisher.Flux", "org.reactivestreams.Publisher");

  private Results() {}

  /** Erased type of the body; empty if it is not known, {@code void} if there is none. */
  static String body(Type returned) {
    Type type = returned;
    while (WRAPPERS.contains(type.erasure())) {
      List<Type> arguments = type.arguments();
      if (arguments.isEmpty()) {
        return "";
      }
      type = arguments.get(0);
    }
    return type.isKnown() ? type.erasure() : "";
  }

  /** Whether the returned object itself says what is answered. */
  private static boolean isResponse(Type returned) {
    return returned.erasure().startsWith("io.micronaut.http.")
        || (WRAPPERS.contains(returned.erasure())
            && returned.arguments().stream().anyMatch(Results::isResponse));
  }

  /** The statuses of one way in which a route returns; 0 for one that is not known. */
  static SortedSet<Integer> statuses(Handler handler, Instance part, int missing) {
    boolean open = !part.fields().containsKey(AnswerModel.STATUS);
    if (!open) {
      return Parts.statuses(part, handler.success());
    }
    if (handler.bodyType().equals("void") || handler.bodyType().equals("java.lang.Void")) {
      return new TreeSet<>(Set.of(handler.success()));
    }
    Value body = Parts.body(part);
    if (handler.bodyType().equals(STATUS) && !Statuses.of(body).isEmpty()) {
      return Statuses.of(body);
    }
    SortedSet<Integer> statuses = new TreeSet<>();
    if (!body.isNull() && isResponse(handler.method().returnType())) {
      statuses.add(0);
      return statuses;
    }
    boolean list = MANY.contains(handler.method().returnType().erasure());
    if (!body.isNull()) {
      statuses.add(handler.success());
    }
    if (!list && (body.isNull() || body.mayBeAbsent())) {
      statuses.add(missing);
    }
    return statuses;
  }
}
