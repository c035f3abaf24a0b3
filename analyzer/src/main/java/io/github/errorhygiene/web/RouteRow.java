package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Registrations;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.LibraryModel.Setup;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What some methods of a framework register when they are called.
 *
 * @param call which methods
 * @param method HTTP method of the route; empty if another argument or nothing says it, {@link
 *     #NAMED} if the called method's name is it
 * @param arguments indices of the arguments that mean something, by what they mean: {@code path},
 *     {@code method}, {@code handler}, {@code exception}, {@code status}, {@code router}, {@code
 *     operation} (its id in an OpenAPI file), {@code predicate}, {@code name}; a router may be the
 *     handler; negative ones count from the end
 * @param makes binary name of what the call returns, for when no class file tells; empty if it is
 *     of the owner's type
 * @param returnsReceiver the call returns its receiver, rather than something new
 * @param made the receiver must be something that such a call made
 * @param handlerMethod name of the method of the handler that answers; empty if its type tells
 * @param status the status that the code answers which it adds; 0 if an argument says it
 * @param runs functions that it is given run now: what they register belongs to it
 * @param runsMethod name of the method of objects that it is given that runs now; empty if none
 */
public record RouteRow(
    CallPattern call,
    Role role,
    String method,
    Map<String, Integer> arguments,
    String makes,
    boolean returnsReceiver,
    boolean made,
    String handlerMethod,
    int status,
    boolean runs,
    String runsMethod) {
  static final String NAMED = "NAMED";

  /** What a call does. */
  public enum Role {
    /** It makes something that routes are added to. */
    ROUTER,
    /** It adds a route, with its handlers or so that handlers can be added to what it returns. */
    ROUTE,
    /** It adds an object with a method for each of the usual operations. */
    CRUD,
    /** It makes a table of the handlers that an object has for the usual operations. */
    FUNCTIONS,
    /** It gives one of the handlers in such a table. */
    FUNCTION,
    /** It makes a handler of a function that takes something else than handlers do. */
    HANDLER,
    /** It adds handlers to the route that is its receiver. */
    HANDLE,
    /** What is registered inside it, or on what it returns, has its path before its own. */
    GROUP,
    /** It makes a condition that requests meet, which names a path or a method. */
    PREDICATE,
    /** It adds all that another router has, below a path. */
    MOUNT,
    /** It adds code that runs before handlers. */
    BEFORE,
    /** It adds code that runs after handlers. */
    AFTER,
    /** It adds code that runs after handlers that answered, and not after failures. */
    ANSWERED,
    /** It adds code around handlers. */
    FILTER,
    /** It adds code that answers exceptions. */
    ERROR,
    /** It adds code that answers the failures of the routes that it is added to. */
    FAILURE,
    /** It adds code that answers a status. */
    STATUS,
    /** The route that is its receiver takes some requests only. */
    NARROW
  }

  static RouteRow of(CallPattern call, Map<?, ?> row) {
    return new RouteRow(
        call,
        Role.valueOf(YamlRows.text(row, "role", "route").toUpperCase(Locale.ROOT)),
        YamlRows.text(row, "method", ""),
        YamlRows.numbers(row.get("arguments")),
        YamlRows.text(row, "makes", ""),
        Boolean.TRUE.equals(row.get("returns-receiver")),
        Boolean.TRUE.equals(row.get("made")),
        YamlRows.text(row, "handler-method", ""),
        YamlRows.number(row, "status", 0),
        Boolean.TRUE.equals(row.get("runs")),
        YamlRows.text(row, "runs-method", ""));
  }

  /** Whether it speaks of a call. */
  boolean fits(LibraryCall made) {
    return call.fits(made) && (!this.made || !Registrations.idOf(made.receiver()).isEmpty());
  }

  Setup setup() {
    return new Setup(makes, returnsReceiver, runs || !runsMethod.isEmpty(), runsMethod);
  }

  /** The argument with that meaning; nothing if there is none. */
  public Value argument(LibraryCall made, String meaning) {
    int index = index(made, meaning);
    return index < 0 ? Value.NOTHING : made.argument(index);
  }

  /** Index of the argument with that meaning; -1 if there is none. */
  public int index(LibraryCall made, String meaning) {
    Integer index = arguments.get(meaning);
    if (index == null) {
      return -1;
    }
    int counted = index < 0 ? made.arguments().size() + index : index;
    return counted < made.arguments().size() ? counted : -1;
  }

  /** The HTTP methods of a route; empty if the row does not say. */
  public List<String> methods(LibraryCall made) {
    if (method.equals(NAMED)) {
      return List.of(made.name().toUpperCase(Locale.ROOT));
    }
    if (!method.isEmpty()) {
      return List.of(method);
    }
    Value said = argument(made, "method");
    List<String> named =
        said.enumConstants().stream().map(constant -> constant.name()).sorted().toList();
    return named.isEmpty() ? said.strings().stream().sorted().toList() : named;
  }
}
