package io.github.errorhygiene.routed;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Modules;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The applications of a source tree: a module that has a {@code main} method and registers routes
 * is one.
 */
final class Servers {
  private Servers() {}

  /** One of them, with what is registered on its routers. */
  record Server(Project project, Routes routes) {}

  static List<Server> of(Project project, Routes all) {
    Set<String> registering =
        all.entries().stream()
            .map(Servers::file)
            .map(Modules::ofFile)
            .collect(Collectors.toCollection(TreeSet::new));
    if (registering.size() < 2) {
      return List.of(new Server(project, all));
    }
    Predicate<TypeSymbol> answers = type -> registering.contains(Modules.of(type));
    List<Modules.Part> parts = Modules.of(project, Servers::isStart, List.of(), answers);
    return parts.size() < 2
        ? List.of(new Server(project, all))
        : parts.stream().map(part -> server(part, all)).toList();
  }

  private static Server server(Modules.Part part, Routes all) {
    return new Server(part.project(), all.only(entry -> isOf(part, all, entry)));
  }

  /** By its routers, if anybody knows them: what registers it may be shared. */
  private static boolean isOf(Modules.Part part, Routes all, Entry entry) {
    Set<Entry> routers = all.routers(entry);
    Stream<Entry> holders = routers.isEmpty() ? Stream.of(entry) : routers.stream();
    return holders.map(Servers::file).anyMatch(part.files());
  }

  private static boolean isStart(TypeSymbol type) {
    return type.methods().stream().anyMatch(Servers::isMain);
  }

  private static boolean isMain(MethodSymbol method) {
    return method.name().equals("main") && method.isStatic() && method.hasBody();
  }

  private static String file(Entry entry) {
    Place place = entry.registration().site().place();
    return place.file();
  }
}
