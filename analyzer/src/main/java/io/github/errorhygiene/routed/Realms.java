package io.github.errorhygiene.routed;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler.Route;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells the applications of one tree apart: what is registered on one router is nothing to the
 * routes of another.
 */
final class Realms {
  private final Routes routes;
  private final boolean several;
  private final Map<Key, Set<Entry>> routers = new HashMap<>();

  Realms(Routes routes) {
    this.routes = routes;
    Set<Entry> all = new HashSet<>();
    routes.entries(Role.ROUTE).forEach(route -> all.addAll(routes.routers(route)));
    this.several = all.size() > 1;
  }

  private record Key(List<Route> mapped, @Nullable Place place) {}

  /** Notes what the code that answers these routes is registered on. */
  void note(List<Route> mapped, Code code, Entry route) {
    routers
        .computeIfAbsent(new Key(mapped, code.place()), key -> new HashSet<>())
        .addAll(routes.routers(route));
  }

  /** Which entries may be for the code that answers these routes. */
  Predicate<Entry> isFor(List<Route> mapped, Code code) {
    return entry -> covers(entry, mapped, code);
  }

  /** Whether what an entry registers may be for the code that answers these routes. */
  boolean covers(Entry entry, List<Route> mapped, Code code) {
    Set<Entry> asked = routers.getOrDefault(new Key(mapped, code.place()), Set.of());
    if (!several || asked.isEmpty()) {
      return true;
    }
    Set<Entry> own = routes.routers(entry);
    return own.isEmpty()
        ? module(entry.registration().site().place()).equals(module(code.place()))
        : !Collections.disjoint(asked, own);
  }

  /** The directory of its build: what is registered on nobody knows what is for the same one. */
  private static String module(@Nullable Place place) {
    String file = place == null ? "" : place.file();
    int sources = file.indexOf("src/");
    return sources < 0 ? "" : file.substring(0, sources);
  }
}
