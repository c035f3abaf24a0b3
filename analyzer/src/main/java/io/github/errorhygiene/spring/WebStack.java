package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Import;
import io.github.errorhygiene.unit.Unit;
import io.github.errorhygiene.web.Project;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which of Spring's two web stacks serves the handlers of a module. */
final class WebStack {
  private static final String SERVLET = "org.springframework.web.servlet.DispatcherServlet";
  private static final String REACTIVE = "org.springframework.web.reactive.DispatcherHandler";

  private static final List<String> OF_SERVLETS =
      List.of("org.springframework.web.servlet.", "jakarta.servlet.", "javax.servlet.");

  private static final List<String> OF_REACTIVE =
      List.of(
          "org.springframework.web.reactive.",
          "org.springframework.web.server.ServerWebExchange.",
          "org.springframework.http.server.reactive.",
          "org.springframework.boot.webflux.",
          "org.springframework.cloud.gateway.");

  private final Project project;
  private final Map<String, Boolean> reactive = new HashMap<>();

  WebStack(Project project) {
    this.project = project;
  }

  /**
   * Whether it is WebFlux. With both on the class path Boot takes Spring MVC
   * (WebApplicationType.deduceFromClasspath); without one, the imports of the type's module tell.
   */
  boolean isReactive(TypeSymbol type) {
    Predicate<String> given = project.given();
    if (given.test(SERVLET) || given.test(REACTIVE)) {
      return !given.test(SERVLET);
    }
    Unit unit = type.unit();
    return unit != null && reactive.computeIfAbsent(module(unit), this::isReactive);
  }

  private boolean isReactive(String module) {
    List<Unit> units =
        project.units().stream().filter(unit -> module(unit).equals(module)).toList();
    return !imports(units, OF_SERVLETS) && (imports(units, OF_REACTIVE) || isBuiltReactive());
  }

  /** Controllers alone need not import anything that tells. */
  private boolean isBuiltReactive() {
    return project.builds().test("spring-boot-starter-webflux")
        && !project.builds().test("spring-boot-starter-web")
        && !project.builds().test("spring-boot-starter-webmvc");
  }

  private static boolean imports(List<Unit> units, List<String> prefixes) {
    return units.stream()
        .flatMap(unit -> unit.imports().stream())
        .map(Import::name)
        .anyMatch(name -> prefixes.stream().anyMatch(prefix -> (name + ".").startsWith(prefix)));
  }

  /** The path up to the sources' directory. */
  private static String module(Unit unit) {
    int end = unit.path().indexOf("src/");
    return end < 0 ? "" : unit.path().substring(0, end);
  }
}
