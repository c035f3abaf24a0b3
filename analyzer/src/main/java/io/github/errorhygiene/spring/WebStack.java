package io.github.errorhygiene.spring;

import io.github.errorhygiene.web.Project;

/** Which of Spring's two web stacks serves annotated controllers. */
final class WebStack {
  private static final String SERVLET = "org.springframework.web.servlet.DispatcherServlet";
  private static final String REACTIVE = "org.springframework.web.reactive.DispatcherHandler";

  private WebStack() {}

  /**
   * Whether it is WebFlux. With both on the class path Boot takes Spring MVC
   * (WebApplicationType.deduceFromClasspath); without one, the imports tell.
   */
  static boolean isReactive(Project project) {
    if (project.given().test(SERVLET) || project.given().test(REACTIVE)) {
      return !project.given().test(SERVLET);
    }
    boolean servlet =
        project.imports("org.springframework.web.servlet.")
            || project.imports("jakarta.servlet.")
            || project.imports("javax.servlet.");
    return !servlet
        && (project.imports("org.springframework.web.reactive.")
            || project.imports("org.springframework.web.server.ServerWebExchange.")
            || project.imports("org.springframework.http.server.reactive.")
            || project.imports("org.springframework.boot.webflux."));
  }
}
