package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Codes;
import io.github.errorhygiene.web.Filter;
import io.github.errorhygiene.web.FilterChain;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Handler.Route;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.RouteRows;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Handlers that programs register with {@code RouterFunctions}, and who answers their failures. */
final class FunctionalRoutes {
  /** The calls that register them. */
  static final RouteRows ROWS = RouteRows.load(FunctionalRoutes.class, "routes.yaml");

  private static final String BEHIND =
      "org.springframework.web.reactive.function.server.HandlerFunction";

  private static final Value REQUEST = Value.unknown(Dependence.REQUEST);

  private final Project project;
  private final AnswerReader reader;
  private final Routes routes;
  private final Codes codes;
  private final Map<Handler, Entry> entries = new HashMap<>();
  private final Map<Handler, Set<Escape>> thrownAtOnce = new HashMap<>();

  FunctionalRoutes(Project project, AnswerReader reader) {
    this.project = project;
    this.reader = reader;
    this.routes = Routes.of(project, ROWS);
    this.codes = new Codes(project.program());
  }

  /**
   * The handlers.
   *
   * @param serves whether those of that class are wanted; those of which the class is not known are
   * @param before what runs before each
   */
  List<Handler> handlers(Predicate<TypeSymbol> serves, List<Handler.Step> before) {
    List<Handler> handlers = new ArrayList<>();
    for (Entry entry : routes.entries(Role.ROUTE)) {
      for (Code code : codes.of(entry, "handler")) {
        Handler bare = new Handler(code, mapped(entry), List.of(REQUEST), List.of(), 200, "", true);
        TypeSymbol near = near(bare);
        if (near != null && ErrorFunctions.isErrorHandler(project.program(), near)) {
          continue;
        }
        Handler handler = bare.after(before);
        if (near == null || serves.test(near)) {
          entries.put(handler, entry);
          handlers.add(handler);
        }
      }
    }
    return handlers;
  }

  /** The functions that a class registers for errors, in the order of their routes. */
  List<Code> ofErrors(TypeSymbol type) {
    List<Code> found = new ArrayList<>();
    for (Entry entry : routes.entries(Role.ROUTE)) {
      for (Code code : codes.of(entry, "handler")) {
        TypeSymbol near = near(new Handler(code, List.of(), List.of(), List.of(), 200, "", true));
        if (type.equals(near)) {
          found.add(code);
        }
      }
    }
    return found;
  }

  private List<Route> mapped(Entry entry) {
    SortedSet<String> methods = routes.methods(entry);
    List<Route> mapped = new ArrayList<>();
    for (String path : routes.paths(entry)) {
      String whole = Mappings.variablesOnly(path.startsWith("/") ? path : "/" + path);
      for (String method : methods.isEmpty() ? Set.of("ANY") : methods) {
        mapped.add(new Route(method, whole));
      }
    }
    return mapped;
  }

  /** The class that a handler belongs to; null if it is not known. */
  @Nullable TypeSymbol near(Handler handler) {
    if (handler.code() instanceof Code.OfMethod method) {
      return method.type();
    }
    String signature = handler.code().signature();
    String name = signature.substring(0, Math.max(0, signature.indexOf('#')));
    for (TypeSymbol known = null; !name.isEmpty(); name = nested(name)) {
      known = project.program().type(name);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  /** Signatures write nested types with dots. */
  private static String nested(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot) + "$" + name.substring(dot + 1);
  }

  /**
   * Whether a handler throws it before it returns a publisher: then neither {@code onError} of
   * routers nor advices see it (HandlerFunctionAdapter, RouterFunctionBuilder).
   */
  boolean isThrownAtOnce(Handler handler, Escape escape) {
    return entries.containsKey(handler) && thrown(handler).contains(escape);
  }

  private Set<Escape> thrown(Handler handler) {
    return thrownAtOnce.computeIfAbsent(
        handler,
        each -> {
          Summary called = each.code().run(project.engine(), each.arguments());
          Set<Escape> thrown = new TreeSet<>(called.escapes());
          thrown.removeAll(called.returned().failures().escapes());
          return thrown;
        });
  }

  /** The filters of the routers around a route, the first that was registered outermost. */
  FilterChain filters(Handler handler) {
    Entry route = entries.get(handler);
    List<Entry> scope = route == null ? List.of() : routes.scope(route);
    List<Filter> filters = new ArrayList<>();
    for (Entry entry : route == null ? List.<Entry>of() : routes.entries(Role.FILTER)) {
      if (routes.holders(entry).stream().anyMatch(scope::contains)) {
        for (Code code : codes.of(entry.call(), entry.row().index(entry.call(), "handler"))) {
          filters.add(new Filter(code, Filter.Kind.FUNCTION, List.of(REQUEST), BEHIND));
        }
      }
    }
    return new FilterChain(project.engine(), filters);
  }

  /**
   * What {@code onError} of the routers around a route, or a filter, answers; empty if none does.
   */
  List<Outcome> outcomes(Handler handler, Escape escape) {
    Entry route = entries.get(handler);
    if (route == null) {
      return List.of();
    }
    List<Outcome> caught = filters(handler).pass(escape, reader).answers();
    if (!caught.isEmpty()) {
      return caught;
    }
    List<Entry> scope = routes.scope(route);
    List<String> supertypes = project.program().supertypes(escape.type());
    for (Entry error : routes.entries(Role.ERROR)) {
      boolean around = routes.holders(error).stream().anyMatch(scope::contains);
      if (around && error.argument("exception").classes().stream().anyMatch(supertypes::contains)) {
        return answers(error, escape);
      }
    }
    return List.of();
  }

  private List<Outcome> answers(Entry error, Escape escape) {
    List<Outcome> outcomes = new ArrayList<>();
    List<Value> arguments = List.of(Value.of(new Known.Caught(escape)), REQUEST);
    for (Code code : codes.of(error, "handler")) {
      Summary summary = code.run(project.engine(), arguments);
      Boundary boundary =
          new Boundary(Boundary.Kind.HANDLER, code.label(), code.place(), escape.type());
      for (Instance part : Parts.ofFunction(summary)) {
        for (int status : Parts.statuses(part, 200)) {
          Logs logged = summary.logs();
          outcomes.add(
              new Outcome(
                  boundary,
                  reader.read(status, Value.of(part), Parts.body(part), "", logged),
                  0,
                  List.of()));
        }
      }
    }
    return outcomes;
  }
}
