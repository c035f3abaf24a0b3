package io.github.errorhygiene.armeria;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Codes;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Handler.Route;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import io.github.errorhygiene.web.Statuses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds what answers requests: methods of annotated services, and services that are functions. */
final class Services {
  private static final List<Value> REQUEST =
      Collections.nCopies(2, Value.unknown(Dependence.REQUEST));

  private final Program program;
  private final Routes routes;
  private final Codes codes;

  Services(Program program, Routes routes, Codes codes) {
    this.program = program;
    this.routes = routes;
    this.codes = codes;
  }

  List<Handler> handlers() {
    List<Handler> handlers = new ArrayList<>();
    for (TypeSymbol type : program.sourceTypes()) {
      if (!type.isAbstract() && !type.isInterface()) {
        handlers.addAll(annotated(type));
      }
    }
    for (Entry entry : routes.entries(Role.ROUTE)) {
      for (Code code : codes.of(entry, "handler")) {
        handlers.add(new Handler(code, mapped(entry), REQUEST, List.of(), 0, "", true));
      }
    }
    return handlers;
  }

  private List<Handler> annotated(TypeSymbol type) {
    List<Handler> handlers = new ArrayList<>();
    for (MethodSymbol method : program.allMethods(type)) {
      List<Route> mapped = method.hasBody() ? mapped(type, method) : List.of();
      if (!mapped.isEmpty()) {
        handlers.add(
            new Handler(
                Code.of(type, method),
                mapped,
                Parameters.values(method, mapped.stream().map(Route::path).toList()),
                List.of(),
                success(type, method),
                Results.body(method.returnType()),
                true));
      }
    }
    return handlers;
  }

  private List<Route> mapped(TypeSymbol type, MethodSymbol method) {
    List<Route> mapped = new ArrayList<>();
    for (AnnotationSymbol mapping : Annotations.mappings(method)) {
      for (String prefix : prefixes(type)) {
        for (String path : paths(type, method, mapping)) {
          String name = Annotations.simple(mapping).toUpperCase(Locale.ROOT);
          mapped.add(new Route(name, plain(join(prefix, path))));
        }
      }
    }
    return mapped.stream().distinct().toList();
  }

  private static List<String> paths(
      TypeSymbol type, MethodSymbol method, AnnotationSymbol mapping) {
    List<String> own = new ArrayList<>(mapping.strings("value"));
    Annotations.named(type, method, "Path")
        .filter(a -> method.annotations().contains(a))
        .forEach(a -> own.addAll(a.strings("value")));
    own.removeIf(String::isEmpty);
    return own.isEmpty() ? List.of("") : own;
  }

  /** Of the class, below those with which objects of it are registered. */
  private SortedSet<String> prefixes(TypeSymbol type) {
    AnnotationSymbol annotation = type.annotation(Annotations.PACKAGE + "PathPrefix");
    String own = annotation == null ? "" : annotation.strings("value").get(0);
    SortedSet<String> prefixes = new TreeSet<>();
    for (Entry entry : routes.entries(Role.CRUD)) {
      if (isFor(entry, type)) {
        routes.paths(entry).forEach(path -> prefixes.add(join(path, own)));
      }
    }
    return prefixes.isEmpty() ? new TreeSet<>(Set.of(own)) : prefixes;
  }

  static boolean isFor(Entry entry, TypeSymbol type) {
    boolean object =
        entry.argument("handler").instances().stream()
            .map(Instance::type)
            .anyMatch(type.name()::equals);
    int index = entry.row().index(entry.call(), "handler");
    return object
        || (index >= 0
            && index < entry.call().argumentTypes().size()
            && entry.call().argumentTypes().get(index).erasure().equals(type.name()));
  }

  private static String join(String prefix, String path) {
    String start = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
    return path.isEmpty() || path.startsWith("/") ? start + path : start + "/" + path;
  }

  /** {@code /boats/{number}} of {@code exact:/boats/{number}} or {@code /boats/:number}. */
  private static String plain(String path) {
    String bare = path.replaceFirst("^(/?)(exact|prefix|glob|regex):/?", "/");
    String whole = bare.startsWith("/") ? bare : "/" + bare;
    return whole.replaceAll("/:(\\w+)", "/{$1}");
  }

  private List<Route> mapped(Entry entry) {
    SortedSet<String> methods = routes.methods(entry);
    List<Route> mapped = new ArrayList<>();
    for (String path : routes.paths(entry)) {
      for (String method : methods.isEmpty() ? Set.of("ANY") : methods) {
        mapped.add(new Route(method, plain(path)));
      }
    }
    return mapped;
  }

  /** {@code @StatusCode}, else 204 for what returns nothing. */
  private static int success(TypeSymbol type, MethodSymbol method) {
    return Annotations.named(type, method, "StatusCode")
        .map(a -> a.value("value"))
        .filter(Objects::nonNull)
        .map(value -> value instanceof Integer number ? number : Statuses.named(value.toString()))
        .findFirst()
        .orElse(Results.body(method.returnType()).equals("void") ? 204 : 200);
  }
}
