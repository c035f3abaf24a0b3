package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.spring.Builtins.Builtin;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Places;
import io.github.errorhygiene.web.Statuses;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The status that an exception gets if no handler of the application takes it:
 * ResponseStatusExceptionResolver, DefaultHandlerExceptionResolver, Spring Security's
 * ExceptionTranslationFilter, in this order.
 */
final class Declared {
  private static final String SECURITY = "org.springframework.security.";
  private static final String DENIED = SECURITY + "access.AccessDeniedException";
  private static final String UNAUTHENTICATED = SECURITY + "core.AuthenticationException";

  private static final String TRANSLATION = "ExceptionTranslationFilter";

  private final Engine engine;
  private final Program program;
  private final Merged merged;

  /** Starts of the names of the program's own types; null until somebody asks. */
  private @Nullable Set<String> houses;

  /** Null until somebody asks. */
  private @Nullable Boolean inherits;

  Declared(Engine engine, Merged merged) {
    this.engine = engine;
    this.program = engine.program();
    this.merged = merged;
  }

  /** The status; 0 if nobody declares one. */
  int status(Escape escape) {
    return at(escape).status();
  }

  /** Who gives that status; only if there is one. */
  Boundary boundary(Escape escape) {
    return at(escape).boundary();
  }

  /** Whether it is Spring Security that gives it. */
  boolean isBySecurity(Escape escape) {
    return at(escape).boundary().name().equals(TRANSLATION);
  }

  /**
   * Whether nobody can tell, since the type is one of the same house as the application, in a
   * library that was not given: such types carry statuses, or have handlers in that library.
   */
  private boolean isOpen(Escape escape) {
    return program.supertypes(escape.type()).stream()
            .anyMatch(type -> program.type(type) == null && isOfSameHouse(type))
        || (escape.isOfFramework() && inherits());
  }

  /**
   * Whether an advice of the program extends a class of a library that was not given: such classes
   * have handlers for what frameworks raise in any service.
   */
  private boolean inherits() {
    @Nullable Boolean known = inherits;
    if (known == null) {
      known =
          program.sourceTypes().stream().anyMatch(new UnreadBases(program, merged)::isUnreadAdvice);
      inherits = known;
    }
    return known;
  }

  /** The page for what nobody declares, or an answer of unknown status if nobody can tell that. */
  Answer asFarAsKnown(Escape escape, Answer page) {
    return isOpen(escape)
        ? new Answer(
            0, page.contentType(), page.bodyKeys(), page.requestId(), page.exposes(), page.logged())
        : page;
  }

  private boolean isOfSameHouse(String type) {
    Set<String> known = houses;
    if (known == null) {
      known = new HashSet<>();
      for (TypeSymbol own : program.sourceTypes()) {
        known.add(house(own.name()));
      }
      houses = known;
    }
    String house = house(type);
    return !house.isEmpty() && known.contains(house);
  }

  /** {@code com.acme.} of {@code com.acme.errors.Missing}; empty without two names of packages. */
  private static String house(String type) {
    int first = type.indexOf('.');
    int second = first < 0 ? -1 : type.indexOf('.', first + 1);
    return second < 0 ? "" : type.substring(0, second + 1);
  }

  private record Found(int status, Boundary boundary) {}

  private static final Found NONE =
      new Found(0, new Boundary(Boundary.Kind.FRAMEWORK, "none", null, "java.lang.Throwable"));

  private Found at(Escape escape) {
    for (@Nullable Escape link = escape; link != null; link = link.inner()) {
      Found found = byResponseStatus(link);
      if (found.status() > 0) {
        return found;
      }
      if (program.isSubtype(link.type(), "java.lang.Error") == Certainty.YES) {
        break;
      }
    }
    Found builtin = builtin(escape);
    return builtin.status() > 0 ? builtin : bySecurity(escape);
  }

  private Found byResponseStatus(Escape escape) {
    int carried = carriedOrFixed(escape);
    if (is(escape, Names.RESPONSE_STATUS_EXCEPTION) && carried > 0) {
      return new Found(
          carried,
          new Boundary(
              Boundary.Kind.DECLARED_STATUS,
              "status of " + Names.simple(escape.type()),
              escape.origin().place(),
              escape.type()));
    }
    TypeSymbol type = program.type(escape.type());
    AnnotationSymbol annotation = type == null ? null : merged.onType(type, Names.RESPONSE_STATUS);
    if (annotation == null || type == null) {
      return NONE;
    }
    String name = "@ResponseStatus on " + Names.simple(type.name());
    Boundary boundary =
        new Boundary(Boundary.Kind.DECLARED_STATUS, name, Places.of(type), type.name());
    return new Found(StatusAnnotation.code(annotation), boundary);
  }

  /** Some classes have a status of their own, whoever makes them. */
  private int carriedOrFixed(Escape escape) {
    int carried = carried(escape);
    return carried > 0 ? carried : Reactive.status(program.supertypes(escape.type()));
  }

  /** What the class itself says is asked, whatever its superclass was given. */
  private int carried(Escape escape) {
    MethodSymbol own = own(escape);
    Value status =
        own == null
            ? escape.fields().getOrDefault(Escape.STATUS, Value.NOTHING)
            : engine.summary(own, Value.of(new Known.Caught(escape)), List.of()).returned();
    SortedSet<Integer> codes = Statuses.of(status);
    return codes.isEmpty() ? 0 : codes.first();
  }

  /** {@code ErrorResponse.getStatusCode()} as the program writes it; null if it does not. */
  private @Nullable MethodSymbol own(Escape escape) {
    TypeSymbol type = is(escape, Names.ERROR_RESPONSE) ? program.type(escape.type()) : null;
    if (type == null || !type.isSource()) {
      return null;
    }
    return program.allMethods(type).stream()
        .filter(method -> method.name().equals("getStatusCode"))
        .filter(method -> method.parameterTypes().isEmpty() && method.hasBody())
        .filter(method -> method.owner().isSource())
        .findFirst()
        .orElse(null);
  }

  /** Only the exception itself counts, not its causes. */
  private Found builtin(Escape escape) {
    Boundary boundary =
        new Boundary(
            Boundary.Kind.FRAMEWORK, "DefaultHandlerExceptionResolver", null, escape.type());
    if (is(escape, Names.ERROR_RESPONSE) && carried(escape) > 0) {
      return new Found(carried(escape), boundary);
    }
    Builtin builtin = Builtins.nearest(program.supertypes(escape.type()));
    return builtin == null || builtin.status() == 0 ? NONE : new Found(builtin.status(), boundary);
  }

  private Found bySecurity(Escape escape) {
    for (@Nullable Escape link = escape; link != null; link = link.inner()) {
      boolean denied = is(link, DENIED);
      if (denied || is(link, UNAUTHENTICATED)) {
        Boundary boundary = new Boundary(Boundary.Kind.FRAMEWORK, TRANSLATION, null, link.type());
        return new Found(denied ? 403 : 401, boundary);
      }
    }
    return NONE;
  }

  private boolean is(Escape escape, String type) {
    return program.isSubtype(escape.type(), type) == Certainty.YES;
  }
}
