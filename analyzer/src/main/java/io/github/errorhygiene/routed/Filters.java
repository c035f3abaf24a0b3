package io.github.errorhygiene.routed;

import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Codes;
import io.github.errorhygiene.web.Handler.Route;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The code that runs before and after handlers, and below which paths. */
final class Filters {
  private final List<Filter> filters;

  private record Filter(Entry entry, Code code, Role role, Set<String> methods, Set<String> paths) {
    boolean covers(Route route) {
      boolean any = methods.isEmpty() || route.method().equals("ANY");
      return (any || methods.contains(route.method())) && covers(route.path());
    }

    boolean covers(String path) {
      return paths.stream().anyMatch(pattern -> Filters.covers(pattern, path));
    }
  }

  private Filters(List<Filter> filters) {
    this.filters = filters;
  }

  /**
   * Finds them.
   *
   * @param passesOn whether a handler of a route may leave requests to later ones, as filters do
   */
  static Filters of(Routes routes, Codes codes, BiPredicate<Entry, Code> passesOn) {
    List<Filter> filters = new ArrayList<>();
    for (Entry entry : routes.entries(Role.ROUTE)) {
      for (Code code : codes.of(entry, "handler")) {
        if (passesOn.test(entry, code)) {
          filters.add(
              new Filter(entry, code, Role.BEFORE, routes.methods(entry), paths(routes, entry)));
        }
      }
    }
    for (Role role : List.of(Role.BEFORE, Role.AFTER, Role.ANSWERED)) {
      for (Entry entry : routes.entries(role)) {
        Set<String> paths = paths(routes, entry);
        for (Code code : codes.of(entry, "handler")) {
          filters.add(new Filter(entry, code, role, Set.of(), paths));
        }
      }
    }
    return new Filters(filters);
  }

  /** Without a path of its own it is for all that is below. */
  static Set<String> paths(Routes routes, Entry entry) {
    boolean open = entry.row().index(entry.call(), "path") < 0;
    boolean ofRoute = entry.role() == Role.ROUTE || entry.role() == Role.FAILURE;
    Set<String> paths = new TreeSet<>();
    for (String path : routes.paths(entry)) {
      boolean all = open && !(ofRoute ? routes.isBelowPath(entry) : routes.isOnRoute(entry));
      boolean around = routes.isAround(entry);
      boolean below = (all || around) && !path.endsWith("*");
      paths.add(below ? path + "/*" : path);
      if (around) {
        paths.add(path);
      }
    }
    return paths;
  }

  /** The handlers that are around what an entry registers, outermost first. */
  List<Code> around(List<Entry> scope) {
    List<Code> around = new ArrayList<>();
    for (Entry entry : scope) {
      filters.stream()
          .filter(filter -> filter.entry().equals(entry) && filter.role() == Role.BEFORE)
          .forEach(filter -> around.add(0, filter.code()));
    }
    return around;
  }

  /** What runs before or after a handler with one of these routes, of what may be for it. */
  List<Code> around(List<Route> routes, Predicate<Entry> isFor) {
    return around(filters.stream().filter(filter -> isFor.test(filter.entry())), routes);
  }

  /** What runs before, or after, a handler with one of these routes. */
  List<Code> around(Role role, List<Route> routes, Predicate<Entry> isFor) {
    return around(
        filters.stream().filter(filter -> filter.role() == role && isFor.test(filter.entry())),
        routes);
  }

  private static List<Code> around(Stream<Filter> filters, List<Route> routes) {
    return filters
        .filter(filter -> routes.stream().anyMatch(filter::covers))
        .map(Filter::code)
        .distinct()
        .toList();
  }

  /** What runs for every request. */
  Stream<Code> everywhere(Role role) {
    return filters.stream()
        .filter(filter -> filter.role() == role && filter.covers("/"))
        .filter(filter -> filter.paths().stream().anyMatch(path -> path.endsWith("*")))
        .map(Filter::code);
  }

  /**
   * Whether requests for one path are among those of a pattern, whose last part may be a star: that
   * is for what is below.
   */
  static boolean covers(String pattern, String path) {
    String[] asked = segments(pattern);
    String[] given = segments(path);
    for (int i = 0; i < asked.length; i++) {
      if (asked[i].equals("*") && i == asked.length - 1) {
        return i == 0 || given.length > i;
      }
      if (i >= given.length || !(isOpen(asked[i]) || asked[i].equals(given[i]))) {
        return false;
      }
    }
    return asked.length == given.length;
  }

  private static boolean isOpen(String segment) {
    return segment.startsWith("{")
        || segment.startsWith("<")
        || segment.startsWith(":")
        || segment.equals("*");
  }

  private static String[] segments(String path) {
    String[] parts = path.split("/");
    int count = 0;
    for (String part : parts) {
      if (!part.isEmpty()) {
        parts[count++] = part;
      }
    }
    return count == parts.length ? parts : Arrays.copyOf(parts, count);
  }
}
