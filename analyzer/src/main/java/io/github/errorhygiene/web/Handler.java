package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.List;

/**
 * What answers requests.
 *
 * @param code what runs
 * @param routes what it is mapped to
 * @param arguments what it is called with
 * @param before what the framework runs first for each request, in order
 * @param success status that the framework gives when the code leaves it open
 * @param bodyType erased type of the body, without wrappers; empty if unknown
 * @param writesBody what it returns is written to the body, rather than naming a view
 */
public record Handler(
    Code code,
    List<Route> routes,
    List<Value> arguments,
    List<Step> before,
    int success,
    String bodyType,
    boolean writesBody) {
  /** One method and path; {@code ANY} for any method. */
  public record Route(String method, String path) {}

  /** Code that runs before the handler, such as Spring's {@code @ModelAttribute} methods. */
  public record Step(Code code, List<Value> arguments) {
    public Step {
      arguments = List.copyOf(arguments);
    }
  }

  public Handler {
    before = List.copyOf(before);
    routes = List.copyOf(routes);
    arguments = List.copyOf(arguments);
  }

  /** The same, before which that runs as well, first. */
  public Handler after(List<Step> steps) {
    List<Step> all = new ArrayList<>(steps);
    all.addAll(before);
    return new Handler(code, routes, arguments, all, success, bodyType, writesBody);
  }

  /** The same, called with other arguments. */
  public Handler with(List<Value> others) {
    return new Handler(code, routes, others, before, success, bodyType, writesBody);
  }

  /**
   * The class whose object the handler's method runs on.
   *
   * @throws IllegalStateException if the handler is a function: only for frameworks without them
   */
  public TypeSymbol type() {
    return ofMethod().type();
  }

  /**
   * The handler's method.
   *
   * @throws IllegalStateException if the handler is a function: only for frameworks without them
   */
  public MethodSymbol method() {
    return ofMethod().method();
  }

  private Code.OfMethod ofMethod() {
    if (code instanceof Code.OfMethod ofMethod) {
      return ofMethod;
    }
    throw new IllegalStateException("a function: " + code.signature());
  }
}
