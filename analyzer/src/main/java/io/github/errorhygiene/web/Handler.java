package io.github.errorhygiene.web;

import io.github.errorhygiene.escape.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.List;

/**
 * A method that answers requests.
 *
 * @param type the class whose object it runs on; may be a subclass of the method's owner
 * @param method with a body, or inherited from a class file
 * @param routes what it is mapped to
 * @param arguments what it is called with
 * @param before what the framework runs first for each request, in order
 * @param success status that the framework gives when the method leaves it open
 * @param bodyType erased type of the body, without wrappers; empty if unknown
 * @param writesBody what it returns is written to the body, rather than naming a view
 */
public record Handler(
    TypeSymbol type,
    MethodSymbol method,
    List<Route> routes,
    List<Value> arguments,
    List<Step> before,
    int success,
    String bodyType,
    boolean writesBody) {
  /** One method and path; {@code ANY} for any method. */
  public record Route(String method, String path) {}

  /** A method that runs before the handler, such as Spring's {@code @ModelAttribute} methods. */
  public record Step(TypeSymbol type, MethodSymbol method, List<Value> arguments) {
    public Step {
      arguments = List.copyOf(arguments);
    }
  }

  public Handler {
    before = List.copyOf(before);
    routes = List.copyOf(routes);
    arguments = List.copyOf(arguments);
  }
}
