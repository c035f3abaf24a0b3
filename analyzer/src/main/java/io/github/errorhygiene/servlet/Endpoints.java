package io.github.errorhygiene.servlet;

import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.servlet.Deployment.Servlet;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Handler.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of servlets that answer requests ({@code HttpServlet#service}). */
final class Endpoints {
  private static final Map<String, String> METHODS = methods();

  private final Program program;

  Endpoints(Program program) {
    this.program = program;
  }

  private static Map<String, String> methods() {
    Map<String, String> methods = new LinkedHashMap<>();
    for (String name : List.of("Get", "Head", "Post", "Put", "Patch", "Delete", "Options")) {
      methods.put("do" + name, name.toUpperCase(java.util.Locale.ROOT));
    }
    return methods;
  }

  /** What answers at any of the servlet's patterns. */
  List<Handler> of(Servlet servlet) {
    return servlet.patterns().stream()
        .flatMap(pattern -> of(servlet, pattern, List.of()).stream())
        .toList();
  }

  /**
   * One for each method that the project wrote; empty if the servlet is a library's.
   *
   * @param filters what runs before the servlet
   */
  List<Handler> of(Servlet servlet, String pattern, List<Handler.Step> filters) {
    TypeSymbol type = servlet.type();
    MethodSymbol service = method(type, "service");
    List<Handler.Step> before = new ArrayList<>(filters);
    if (service != null) {
      before.add(new Handler.Step(Code.of(type, service), arguments(service)));
    }
    List<Handler> handlers = new ArrayList<>();
    METHODS.forEach(
        (name, verb) -> {
          MethodSymbol method = method(type, name);
          if (method != null) {
            handlers.add(handler(type, method, new Route(verb, path(pattern)), before));
          }
        });
    if (handlers.isEmpty() && service != null) {
      handlers.add(handler(type, service, new Route("ANY", path(pattern)), filters));
    }
    return handlers;
  }

  /** Whether it answers every method itself. */
  boolean takesAnyMethod(Servlet servlet) {
    return method(servlet.type(), "service") != null;
  }

  private @Nullable MethodSymbol method(TypeSymbol type, String name) {
    for (MethodSymbol method : program.allMethods(type)) {
      boolean two = method.parameterTypes().size() == 2 && !method.isStatic();
      if (method.name().equals(name) && two && method.hasBody() && takesRequest(method)) {
        return method;
      }
    }
    return null;
  }

  private static boolean takesRequest(MethodSymbol method) {
    String request = method.parameterTypes().get(0).erasure();
    return request.endsWith(".HttpServletRequest") || request.endsWith(".ServletRequest");
  }

  private static Handler handler(
      TypeSymbol type, MethodSymbol method, Route route, List<Handler.Step> before) {
    return new Handler(
        Code.of(type, method), List.of(route), arguments(method), before, 200, "", true);
  }

  /** Suffix patterns are told apart from paths by their slash. */
  private static String path(String pattern) {
    return pattern.startsWith("/") || pattern.isEmpty() ? pattern : "/" + pattern;
  }

  private static List<Value> arguments(MethodSymbol method) {
    return Collections.nCopies(method.parameterTypes().size(), Value.GIVEN);
  }
}
