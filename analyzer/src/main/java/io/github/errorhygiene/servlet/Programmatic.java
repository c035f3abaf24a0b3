package io.github.errorhygiene.servlet;

import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.servlet.Deployment.FailurePage;
import io.github.errorhygiene.servlet.Deployment.FilterMapping;
import io.github.errorhygiene.servlet.Deployment.Servlet;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Servlets and filters that the program maps by calls. */
final class Programmatic {
  /** A mapping of which the pattern is not known. */
  private static final List<String> SOMEWHERE = List.of("{?}");

  private static final List<String> EVERYWHERE = List.of("/*");
  private static final String BOOT = "org.springframework.boot.";

  private final Program program;
  private final Routes routes;

  Programmatic(Program program, Routes routes) {
    this.program = program;
    this.routes = routes;
  }

  Deployment deployment() {
    List<Servlet> servlets = new ArrayList<>();
    for (Entry entry : routes.entries(Role.ROUTE)) {
      String name = text(entry, "name");
      types(entry).forEach(type -> servlets.add(new Servlet(name, type, patterns(entry))));
    }
    List<FilterMapping> filters = new ArrayList<>();
    for (Entry entry : routes.entries(Role.FILTER)) {
      List<String> names = handles(entry).flatMap(each -> texts(each, "servlet")).toList();
      List<String> patterns = names.isEmpty() ? patterns(entry) : List.of();
      types(entry).forEach(type -> filters.add(new FilterMapping(type, patterns, names)));
    }
    List<FailurePage> pages = routes.entries(Role.ERROR).stream().map(this::page).toList();
    return new Deployment(servlets, filters, pages);
  }

  private FailurePage page(Entry entry) {
    Value failure = entry.argument("exception");
    int status = failure.constant() instanceof Integer code ? code : 0;
    String exception =
        failure.constant() instanceof Type type
            ? named(type)
            : failure.strings().stream().findFirst().orElse("");
    return new FailurePage(
        status, exception, text(entry, "path"), entry.registration().site().place());
  }

  /** The classes of an entry's servlet or filter, also if it is set later. */
  private List<TypeSymbol> types(Entry entry) {
    return Stream.concat(Stream.of(entry), handles(entry))
        .flatMap(each -> types(each.argument("handler")).stream())
        .distinct()
        .toList();
  }

  private List<TypeSymbol> types(Value handler) {
    List<TypeSymbol> types = new ArrayList<>();
    for (Known known : handler.alternatives()) {
      TypeSymbol type = program.type(name(known));
      if (type != null && type.isSource() && !type.isAbstract()) {
        types.add(type);
      }
    }
    for (Entry holder : routes.makers(handler)) {
      types.addAll(types(holder.argument("handler")));
    }
    return types;
  }

  /** A class literal, a class's name, or an object. */
  private static String name(Known known) {
    if (known instanceof Known.Instance instance) {
      return instance.type();
    }
    if (known instanceof Known.Constant constant && constant.value() instanceof Type literal) {
      return named(literal);
    }
    return known instanceof Known.Constant constant && constant.value() instanceof String text
        ? text
        : "";
  }

  /** The class that a literal, of type {@code Class<X>}, names. */
  private static String named(Type literal) {
    return literal.arguments().isEmpty() ? literal.erasure() : literal.arguments().get(0).erasure();
  }

  private List<String> patterns(Entry entry) {
    List<String> patterns =
        Stream.of(Stream.of(entry), handles(entry), routes.makers(entry.call().receiver()).stream())
            .flatMap(entries -> entries)
            .flatMap(each -> texts(each, "path"))
            .distinct()
            .toList();
    if (patterns.isEmpty()) {
      return entry.call().owner().startsWith(BOOT) ? EVERYWHERE : SOMEWHERE;
    }
    String prefix = contextPath(entry);
    return patterns.stream().map(pattern -> prefix + pattern).toList();
  }

  /** Of the context that an entry is added to: one that its receiver's maker was given. */
  private String contextPath(Entry entry) {
    List<Entry> contexts = routes.makers(entry.call().receiver());
    return routes.entries(Role.BEFORE).stream()
        .filter(each -> routes.makers(each.call().receiver()).stream().anyMatch(contexts::contains))
        .flatMap(each -> texts(each, "path"))
        .filter(path -> !path.equals("/"))
        .findFirst()
        .orElse("");
  }

  /** What is said later of what an entry made, by the object or by its name. */
  private Stream<Entry> handles(Entry entry) {
    String name = text(entry, "name");
    return routes.entries(Role.HANDLE).stream()
        .filter(
            each ->
                routes.makers(each.call().receiver()).contains(entry)
                    || (!name.isEmpty() && text(each, "servlet").equals(name)));
  }

  private static String text(Entry entry, String meaning) {
    return entry.argument(meaning).strings().stream().findFirst().orElse("");
  }

  /** The texts that an argument and all after it are. */
  private static Stream<String> texts(Entry entry, String meaning) {
    int first = entry.row().index(entry.call(), meaning);
    List<Value> arguments = entry.call().arguments();
    return first < 0
        ? Stream.of()
        : arguments.subList(first, arguments.size()).stream()
            .flatMap(argument -> argument.strings().stream());
  }
}
