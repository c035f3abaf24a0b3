package io.github.errorhygiene.routed;

import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Codes;
import io.github.errorhygiene.web.Handler.Route;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The code that runs before and after handlers, and below which paths. */
final class Filters {
  private final List<Filter> filters;

  private record Filter(Code code, Role role, Set<String> paths) {
    boolean covers(String path) {
      return paths.stream().anyMatch(pattern -> Filters.covers(pattern, path));
    }
  }

  private Filters(List<Filter> filters) {
    this.filters = filters;
  }

  static Filters of(Routes routes, Codes codes) {
    List<Filter> filters = new ArrayList<>();
    for (Role role : List.of(Role.BEFORE, Role.AFTER)) {
      for (Entry entry : routes.entries(role)) {
        Set<String> paths = paths(routes, entry);
        for (Code code : codes.of(entry.call(), entry.row().index(entry.call(), "handler"))) {
          filters.add(new Filter(code, role, paths));
        }
      }
    }
    return new Filters(filters);
  }

  /** Without a path of its own it is for all that is below. */
  private static Set<String> paths(Routes routes, Entry entry) {
    boolean all = entry.row().index(entry.call(), "path") < 0;
    Set<String> paths = new TreeSet<>();
    routes.paths(entry).forEach(path -> paths.add(all ? path + "/*" : path));
    return paths;
  }

  /** What runs before or after a handler with one of these routes. */
  List<Code> around(List<Route> routes) {
    return filters.stream()
        .filter(filter -> routes.stream().anyMatch(route -> filter.covers(route.path())))
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
    return Stream.of(path.split("/")).filter(part -> !part.isEmpty()).toArray(String[]::new);
  }
}
