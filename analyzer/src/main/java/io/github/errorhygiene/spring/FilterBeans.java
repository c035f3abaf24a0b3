package io.github.errorhygiene.spring;

import static io.github.errorhygiene.servlet.Patterns.mayTake;

import io.github.errorhygiene.domain.Known.Constant;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where servlet filters stand: the order in which they run, and the requests that they are for, by
 * their classes ({@code @Order}, {@code Ordered}) and by {@code FilterRegistrationBean}s.
 */
final class FilterBeans {
  private static final String ORDER = "org.springframework.core.annotation.Order";
  private static final String COMPONENT = "org.springframework.stereotype.Component";
  private static final String ORDERED = "org.springframework.core.Ordered";
  private static final String REGISTRATION =
      "org.springframework.boot.web.servlet.FilterRegistrationBean";
  private static final List<String> WEB_FILTERS =
      List.of("jakarta.servlet.annotation.WebFilter", "javax.servlet.annotation.WebFilter");
  private static final String EVERYTHING = "/*";

  /** Where the DispatcherServlet is, which patterns tell and routes do not. */
  private static final String SERVLET_PATH = "spring.mvc.servlet.path";

  private static final String SECURITY_ORDER = "spring.security.filter.order";

  /** {@code SecurityProperties.DEFAULT_FILTER_ORDER}: {@code REQUEST_WRAPPER_FILTER_MAX_ORDER}. */
  private static final int SECURITY = -100;

  private final Program program;
  private final Engine engine;
  private final Merged merged;
  private final Routes setup;
  private final int security;
  private final boolean below;
  private final Map<String, List<String>> patterns = new HashMap<>();

  /**
   * The filters of a program.
   *
   * @param setup what the program registers
   * @param properties the application's
   */
  FilterBeans(
      Program program, Engine engine, Merged merged, Routes setup, Map<String, String> properties) {
    this.program = program;
    this.engine = engine;
    this.merged = merged;
    this.setup = setup;
    this.security = number(properties.getOrDefault(SECURITY_ORDER, ""));
    this.below = !Set.of("", "/").contains(properties.getOrDefault(SERVLET_PATH, ""));
  }

  private static int number(String text) {
    return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : SECURITY;
  }

  /** The order of a filter; those without one run last ({@code Ordered.LOWEST_PRECEDENCE}). */
  int order(TypeSymbol filter) {
    for (Entry registration : registrations(filter)) {
      for (Entry order : calls(registration, "setOrder").toList()) {
        if (order.call().argument(0).constant() instanceof Integer number) {
          return number;
        }
      }
    }
    AnnotationSymbol order = merged.find(filter, ORDER);
    Object value = order == null ? null : order.value("value");
    return value instanceof Integer number ? number : ofMethod(filter);
  }

  private int ofMethod(TypeSymbol filter) {
    if (program.isSubtype(filter.name(), ORDERED) == Certainty.YES) {
      for (MethodSymbol method : program.allMethods(filter)) {
        boolean tells = method.name().equals("getOrder") && method.hasBody();
        Object order =
            tells ? Code.of(filter, method).run(engine, List.of()).returned().constant() : null;
        if (order instanceof Integer number) {
          return number;
        }
      }
    }
    return Integer.MAX_VALUE;
  }

  /** Whether it runs before Spring Security refuses: by its order, or in Security's own chain. */
  boolean isBeforeSecurity(TypeSymbol filter) {
    return order(filter) < security
        || setup.entries().stream()
            .filter(entry -> entry.call().name().startsWith("addFilter"))
            .anyMatch(entry -> names(entry.call(), filter));
  }

  /** Whether it may run for a handler: unless it is registered for other paths alone. */
  boolean isFor(TypeSymbol filter, Handler handler) {
    List<String> known = patterns.computeIfAbsent(filter.name(), name -> patterns(filter));
    return known.isEmpty()
        || below
        || handler.routes().isEmpty()
        || handler.routes().stream()
            .anyMatch(route -> known.stream().anyMatch(each -> mayTake(each, route.path())));
  }

  /** The patterns of all its registrations; none if one of them is for everything or unknown. */
  private List<String> patterns(TypeSymbol filter) {
    List<Entry> registrations = registrations(filter);
    List<String> all = new ArrayList<>();
    for (Entry registration : registrations) {
      List<Value> arguments =
          patternsOf(registration).flatMap(entry -> entry.call().arguments().stream()).toList();
      if (arguments.isEmpty() || !arguments.stream().allMatch(FilterBeans::isText)) {
        return List.of();
      }
      arguments.forEach(argument -> all.addAll(argument.strings()));
    }
    boolean bean = merged.find(filter, COMPONENT) != null;
    return registrations.isEmpty() && !bean ? annotated(filter).toList() : all;
  }

  /** Not the beginning of one, and nothing else beside it. */
  private static boolean isText(Value value) {
    return !value.open()
        && !value.isNothing()
        && value.alternatives().stream()
            .allMatch(known -> known instanceof Constant text && text.value() instanceof String);
  }

  private Stream<Entry> patternsOf(Entry registration) {
    return Stream.concat(
        calls(registration, "addUrlPatterns"), calls(registration, "setUrlPatterns"));
  }

  /** Whether it is for all requests, and decides so itself for none of them. */
  boolean isForEverything(TypeSymbol filter) {
    boolean registered =
        registrations(filter).stream()
            .flatMap(this::patternsOf)
            .allMatch(
                entry ->
                    entry.call().arguments().stream()
                        .anyMatch(argument -> argument.strings().contains(EVERYTHING)));
    return registered && isAnnotatedForEverything(filter) && !choosesItself(filter);
  }

  private static boolean isAnnotatedForEverything(TypeSymbol filter) {
    List<String> patterns = annotated(filter).toList();
    return patterns.isEmpty() || patterns.contains(EVERYTHING);
  }

  private static Stream<String> annotated(TypeSymbol filter) {
    return WEB_FILTERS.stream()
        .map(filter::annotation)
        .filter(Objects::nonNull)
        .flatMap(each -> Stream.of("value", "urlPatterns").map(each::strings))
        .flatMap(List::stream);
  }

  /** {@code OncePerRequestFilter.shouldNotFilter}, unless that is always false. */
  private boolean choosesItself(TypeSymbol filter) {
    return program.allMethods(filter).stream()
        .filter(method -> method.name().equals("shouldNotFilter") && method.hasBody())
        .filter(method -> method.owner().isSource())
        .map(method -> Code.of(filter, method).run(engine, List.of(Value.GIVEN)).returned())
        .anyMatch(skips -> !Boolean.FALSE.equals(skips.constant()));
  }

  private List<Entry> registrations(TypeSymbol filter) {
    return setup.entries().stream()
        .filter(entry -> entry.call().owner().equals(REGISTRATION))
        .filter(entry -> List.of("<init>", "setFilter").contains(entry.call().name()))
        .filter(entry -> names(entry.call(), filter))
        .flatMap(
            entry ->
                entry.call().name().equals("<init>")
                    ? Stream.of(entry)
                    : setup.makers(entry.call().receiver()).stream())
        .toList();
  }

  private Stream<Entry> calls(Entry registration, String name) {
    return setup.entries().stream()
        .filter(entry -> entry.call().name().equals(name))
        .filter(entry -> setup.makers(entry.call().receiver()).contains(registration));
  }

  /** Whether the first argument is the filter: known to be, or declared so. */
  private static boolean names(LibraryCall call, TypeSymbol filter) {
    List<Instance> known = call.argument(0).instances();
    @Nullable String declared =
        call.argumentTypes().isEmpty() ? null : call.argumentTypes().get(0).erasure();
    return known.isEmpty()
        ? filter.name().equals(declared)
        : known.stream().anyMatch(instance -> instance.type().equals(filter.name()));
  }
}
