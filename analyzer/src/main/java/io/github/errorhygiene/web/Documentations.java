package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Documentation;
import io.github.errorhygiene.contract.Documentation.Response;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.openapi.OpenApi;
import io.github.errorhygiene.openapi.Operation;
import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Unit;
import io.github.errorhygiene.web.Handler.Route;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what annotations and OpenAPI files say of the statuses of endpoints. */
final class Documentations {
  private final Program program;
  private final Supplier<List<OpenApi>> documents;
  private final boolean asked;
  private @Nullable SortedSet<String> general;

  Documentations(Project project) {
    this.program = project.program();
    this.documents = project.documents();
    this.asked = project.documentation();
  }

  /**
   * What is documented of one route of a handler.
   *
   * @param boundaries methods that answer exceptions: what they document, tools write into every
   *     endpoint's documentation; asked only if anything is documented
   */
  Documentation of(Handler handler, Route route, Supplier<List<AnsweringMethod>> boundaries) {
    if (!asked) {
      return Documentation.NONE;
    }
    Place place = ContractBuilder.place(handler);
    List<Response> responses = new ArrayList<>(annotated(handler.code(), place));
    for (String status : written(handler, route)) {
      responses.add(new Response(status, place));
    }
    return responses.isEmpty()
        ? Documentation.NONE
        : new Documentation(responses, general(boundaries), new TreeSet<>());
  }

  private SortedSet<String> general(Supplier<List<AnsweringMethod>> boundaries) {
    SortedSet<String> known = general;
    if (known == null) {
      known = new TreeSet<>();
      for (AnsweringMethod boundary : boundaries.get()) {
        if (boundary.status() > 0) {
          known.add(String.valueOf(boundary.status()));
        }
        for (AnnotationSymbol annotation : boundary.method().annotations()) {
          known.addAll(statuses(annotation, new HashSet<>()));
        }
      }
      general = known;
    }
    return known;
  }

  private List<Response> annotated(Code code, Place otherwise) {
    MethodSymbol method = method(code);
    if (method == null) {
      return List.of();
    }
    TypeSymbol type = code instanceof Code.OfMethod of ? of.type() : method.owner();
    List<Response> responses = new ArrayList<>(responses(method, method.owner(), otherwise));
    for (MethodSymbol overridden : program.overridden(method)) {
      responses.addAll(responses(overridden, overridden.owner(), otherwise));
    }
    for (String name : program.supertypes(type.name())) {
      TypeSymbol at = program.type(name);
      if (at != null) {
        responses.addAll(responses(at, at, otherwise));
      }
    }
    return responses;
  }

  private static @Nullable MethodSymbol method(Code code) {
    if (code instanceof Code.OfMethod of) {
      return of.method();
    }
    return ((Code.OfFunction) code).function().referred();
  }

  private List<Response> responses(Annotated element, TypeSymbol owner, Place otherwise) {
    List<Response> responses = new ArrayList<>();
    for (AnnotationSymbol annotation : element.annotations()) {
      for (String status : statuses(annotation, new HashSet<>())) {
        responses.add(new Response(status, place(annotation, owner, otherwise)));
      }
    }
    return responses;
  }

  private static Place place(AnnotationSymbol annotation, TypeSymbol owner, Place otherwise) {
    Unit unit = owner.unit();
    Position position = annotation.position();
    return unit == null ? otherwise : new Place(unit.path(), position.line(), position.column());
  }

  /** Also through annotations of the project that stand for several. */
  private List<String> statuses(AnnotationSymbol annotation, Set<String> seen) {
    if (DocumentationRows.knows(annotation)) {
      return DocumentationRows.statuses(annotation);
    }
    TypeSymbol own = seen.add(annotation.type()) ? program.type(annotation.type()) : null;
    if (own == null || !own.isSource()) {
      return List.of();
    }
    return own.annotations().stream().flatMap(each -> statuses(each, seen).stream()).toList();
  }

  private List<String> written(Handler handler, Route route) {
    List<String> responses = new ArrayList<>();
    MethodSymbol method = method(handler.code());
    for (OpenApi document : documents.get()) {
      for (Operation operation : document.operations()) {
        if (isOf(operation, document, route, method == null ? "" : method.name())) {
          responses.addAll(operation.responses());
        }
      }
    }
    return responses;
  }

  /** The path with or without the server's part; with another part in front if the id fits. */
  private static boolean isOf(Operation operation, OpenApi document, Route route, String handler) {
    if (!operation.method().equals(route.method())) {
      return false;
    }
    String asked = template(route.path());
    String path = template(operation.path());
    return asked.equals(path)
        || asked.equals(template(document.basePath() + operation.path()))
        || (asked.endsWith(path) && operation.id().equals(handler));
  }

  /** Names of variables do not matter. */
  private static String template(String path) {
    String anonymous = path.replaceAll("\\{[^}]*}", "{}");
    return anonymous.length() > 1 && anonymous.endsWith("/")
        ? anonymous.substring(0, anonymous.length() - 1)
        : anonymous;
  }
}
