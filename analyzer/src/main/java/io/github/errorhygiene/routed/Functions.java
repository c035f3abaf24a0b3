package io.github.errorhygiene.routed;

import io.github.errorhygiene.domain.Known.EnumConstant;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Codes;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Handlers that are taken from tables of the methods of objects for the usual operations, and those
 * that are made of other functions.
 */
final class Functions {
  private final Routes routes;
  private final Codes codes;
  private final Traits traits;

  Functions(Routes routes, Codes codes, Traits traits) {
    this.routes = routes;
    this.codes = codes;
    this.traits = traits;
  }

  /** The code that a route is given from such a table, or that was made a handler. */
  List<Code> of(Entry route) {
    Stream<Code> taken = makers(route.argument("handler"), Role.FUNCTION).flatMap(this::taken);
    return Stream.concat(taken, made(route, "handler")).toList();
  }

  /** The functions of which a route's handler was made whose results are the body. */
  List<Code> responders(Entry route) {
    return made(route, "responder").toList();
  }

  private Stream<Code> made(Entry route, String meaning) {
    return makers(route.argument("handler"), Role.HANDLER)
        .flatMap(maker -> codes.of(maker, meaning).stream());
  }

  private Stream<Code> taken(Entry function) {
    List<String> methods = methods(function);
    return makers(function.call().receiver(), Role.FUNCTIONS)
        .flatMap(table -> methods.stream().flatMap(method -> in(table, method)));
  }

  private Stream<Code> in(Entry table, String method) {
    return codes.of(table.call(), table.row().index(table.call(), "handler"), method).stream();
  }

  private List<String> methods(Entry function) {
    return function.argument("name").enumConstants().stream()
        .map(EnumConstant::name)
        .map(traits.functions()::get)
        .filter(Objects::nonNull)
        .toList();
  }

  private Stream<Entry> makers(Value value, Role role) {
    return routes.makers(value).stream().filter(maker -> maker.role() == role);
  }
}
