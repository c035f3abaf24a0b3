package io.github.errorhygiene.servlet;

import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.ErrorPage;
import io.github.errorhygiene.web.Project;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A servlet container, as far as its own error pages differ. */
enum Container {
  /** ErrorReportValve: a page in HTML with message, exception and stack trace. */
  TOMCAT(List.of("message", "stack-trace", "type")),
  /** ErrorHandler: HTML, JSON or text by what the client accepts; HTML if it accepts anything. */
  JETTY(List.of("message", "stack-trace", "type")),
  /** Nothing tells which. */
  UNKNOWN(List.of());

  private static final String HTML = "text/html";
  private static final Set<String> WITH_PAGE = Set.of("GET", "POST", "HEAD", "ANY");
  private static final ErrorPage NOTHING = new ErrorPage(null, new TreeSet<>(), List.of());

  @SuppressWarnings("ImmutableEnumChecker" /* made by List.of */)
  private final List<String> shown;

  Container(List<String> shown) {
    this.shown = shown;
  }

  /** The container: by what the sources import, else by the class path. */
  static Container of(Project project) {
    boolean jetty = project.imports("org.eclipse.jetty.");
    boolean tomcat = project.imports("org.apache.catalina.");
    if (jetty != tomcat) {
      return jetty ? JETTY : TOMCAT;
    }
    boolean jettyGiven = project.given().test("org.eclipse.jetty.server.Server");
    boolean tomcatGiven = project.given().test("org.apache.catalina.startup.Tomcat");
    if (jettyGiven != tomcatGiven) {
      return jettyGiven ? JETTY : TOMCAT;
    }
    return UNKNOWN;
  }

  /** The page for an error that is sent. */
  ErrorPage ofError(String method) {
    return hasPage(method)
        ? new ErrorPage(HTML, new TreeSet<>(), List.of(), this != UNKNOWN)
        : NOTHING;
  }

  /** The page for an exception. */
  ErrorPage ofException(String method) {
    return hasPage(method) ? new ErrorPage(HTML, new TreeSet<>(), shown, false) : NOTHING;
  }

  /** Jetty writes none for other methods (ErrorHandler#errorPageForMethod). */
  private boolean hasPage(String method) {
    return this != JETTY || WITH_PAGE.contains(method);
  }

  /** Containers log what leaves a servlet. */
  static Certainty logs() {
    return Certainty.YES;
  }
}
