package io.github.errorhygiene.servlet;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.servlet.Deployment.FailurePage;
import io.github.errorhygiene.servlet.Deployment.Servlet;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.ErrorPage;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.Views;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the container answers: its own pages, and those that the application has for failures. */
final class FailurePages {
  private static final Set<String> WRAPPERS =
      Set.of("jakarta.servlet.ServletException", "javax.servlet.ServletException");

  /**
   * What containers answer with a status of its own, if it carries none: {@code
   * UnavailableException} that is for a time (StandardWrapperValve), and what they throw themselves
   * where a service reads what the caller sent (HttpChannel of Jetty, Request of Tomcat 11).
   */
  private static final Map<String, Integer> REFUSALS =
      Map.of(
          "jakarta.servlet.UnavailableException", 503,
          "javax.servlet.UnavailableException", 503,
          "org.apache.tomcat.util.http.InvalidParameterException", 400,
          "org.eclipse.jetty.http.BadMessageException", 400,
          "org.eclipse.jetty.http.HttpException", 500);

  private final Program program;
  private final Engine engine;
  private final Deployment deployment;
  private final Container container;
  private final Endpoints endpoints;
  private final AnswerReader plain;
  private final Views views;

  /**
   * The pages of an application.
   *
   * @param plain reads what servlets that are pages write
   */
  FailurePages(
      Project project,
      Deployment deployment,
      Container container,
      Endpoints endpoints,
      AnswerReader plain) {
    this.program = project.program();
    this.engine = project.engine();
    this.views = new Views(project);
    this.deployment = deployment;
    this.container = container;
    this.endpoints = endpoints;
    this.plain = plain;
  }

  /** The page for an error that is sent with a status. */
  ErrorPage ofStatus(int status, String method) {
    FailurePage page = page(status);
    return page == null
        ? container.ofError(method)
        : content(page, status, Optional.empty()).page();
  }

  private @Nullable FailurePage page(int status) {
    for (FailurePage page : deployment.pages()) {
      if (page.status() == status) {
        return page;
      }
    }
    for (FailurePage page : deployment.pages()) {
      if (page.status() == 0 && page.exception().isEmpty()) {
        return page;
      }
    }
    return null;
  }

  /**
   * What the client sees when an exception leaves the outermost filter (StandardHostValve,
   * ErrorPageErrorHandler): the page of its class or the nearest superclass, that of the cause of a
   * {@code ServletException}, that of the status, the container's.
   */
  Outcome outcome(Escape escape, String method, AnswerReader reader) {
    int declared = declared(escape);
    if (declared > 0) {
      return refused(escape, declared, reader);
    }
    for (@Nullable Escape link = escape; link != null; link = wrapped(link)) {
      FailurePage page = page(link);
      if (page != null) {
        return outcome(boundary(page), content(page, 500, Optional.of(escape)), reader);
      }
    }
    FailurePage page = page(500);
    Content content =
        page == null
            ? new Content(container.ofException(method), 500)
            : content(page, 500, Optional.of(escape));
    return outcome(null, content, reader);
  }

  private static Outcome outcome(
      @Nullable Boundary boundary, Content content, AnswerReader reader) {
    Answer answer = reader.answer(content.page(), content.status(), Container.logs());
    return new Outcome(boundary, answer, 0, List.of());
  }

  /** What is written for a failure, and the status that it is left with. */
  private record Content(ErrorPage page, int status) {}

  private @Nullable Escape wrapped(Escape escape) {
    boolean wraps = program.supertypes(escape.type()).stream().anyMatch(WRAPPERS::contains);
    return wraps ? escape.inner() : null;
  }

  private Outcome refused(Escape escape, int status, AnswerReader reader) {
    Boundary boundary = new Boundary(Boundary.Kind.FRAMEWORK, "the container", null, escape.type());
    return new Outcome(boundary, reader.errorPage(status, Certainty.YES), status, List.of());
  }

  /**
   * The status that the container gives what it, or a servlet for it, throws; 0 if it does not.
   * Jetty looks for that among the causes, too (HttpChannelState#onError, ServletChannelState).
   */
  int declared(Escape escape) {
    int own = ofType(escape);
    Escape cause = escape.inner();
    return own == 0 && cause != null && container == Container.JETTY ? declared(cause) : own;
  }

  private int ofType(Escape escape) {
    return program.supertypes(escape.type()).stream()
        .map(REFUSALS::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(status -> carried(escape, status))
        .orElse(0);
  }

  private static int carried(Escape escape, int otherwise) {
    Object status = escape.fields().getOrDefault(Escape.STATUS, Value.NOTHING).constant();
    return status instanceof Integer known ? known : otherwise;
  }

  private @Nullable FailurePage page(Escape escape) {
    for (String type : program.supertypes(escape.type())) {
      for (FailurePage page : deployment.pages()) {
        if (page.exception().equals(type)) {
          return page;
        }
      }
    }
    return null;
  }

  private static Boundary boundary(FailurePage page) {
    Place place = page.place();
    return new Boundary(
        Boundary.Kind.HANDLER, "error-page " + page.location(), place, page.exception());
  }

  /** What stands at the page's location, for a {@code GET}. */
  private Content content(FailurePage page, int status, Optional<Escape> failure) {
    String path = page.location().split("[?#]", 2)[0];
    Servlet servlet = deployment.at(path);
    List<Handler> handlers = servlet == null ? List.of() : endpoints.of(servlet);
    return handlers.isEmpty()
        ? new Content(ofFile(path, failure), status)
        : written(handlers.get(0), status);
  }

  private ErrorPage ofFile(String path, Optional<Escape> failure) {
    String type = path.endsWith(".json") ? "application/json" : "text/html";
    return views.at(path, type, failure);
  }

  private Content written(Handler handler, int status) {
    for (Instance part : Parts.of(handler.code().run(engine, handler.arguments()))) {
      int own = Parts.statuses(part, status).first();
      Answer answer = plain.read(own, Value.of(part), Parts.body(part), "", Logs.UNKNOWN);
      ErrorPage page = new ErrorPage(answer.contentType(), answer.bodyKeys(), answer.exposes());
      return new Content(page, own);
    }
    return new Content(ofFile("", Optional.empty()), status);
  }
}
