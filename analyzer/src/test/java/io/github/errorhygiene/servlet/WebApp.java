package io.github.errorhygiene.servlet;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Expectations;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.ClassSource;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.template.Templates;
import io.github.errorhygiene.unit.Unit;
import io.github.errorhygiene.web.Adapter;
import io.github.errorhygiene.web.ContractBuilder;
import io.github.errorhygiene.web.FrameworkCalls;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.webxml.WebXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A web application in a few lines of source, and its contracts as lines of text. */
final class WebApp {
  private static final ClassPath LIBRARIES = ClassPath.of(List.of());
  private static final Adapter ADAPTER = new ServletAdapter();

  private static final String IMPORTS =
      """
      import java.io.*; import java.util.*;
      import jakarta.servlet.*; import jakarta.servlet.annotation.*; import jakarta.servlet.http.*;
      """;

  private final List<Unit> units = new ArrayList<>();
  private final List<WebXml> descriptors = new ArrayList<>();
  private Templates templates = Templates.NONE;

  /** A file with the usual imports. */
  static WebApp of(String source) {
    return new WebApp().and(source);
  }

  /** A servlet at {@code /x} with a {@code doGet} of these statements. */
  static WebApp answering(String statements) {
    return of(
        """
        class Missing extends RuntimeException { Missing(String s) { super(s); } }
        @WebServlet("/x")
        class X extends HttpServlet {
          String find(String id) { if (id.isEmpty()) { throw new Missing(id); } return id; }
          protected void doGet(HttpServletRequest req, HttpServletResponse res)
              throws IOException, ServletException {
            %s
          }
        }
        """
            .formatted(statements));
  }

  WebApp and(String source) {
    units.add(SourceReader.lower("File" + units.size() + ".java", IMPORTS + source));
    return this;
  }

  WebApp with(Templates pages) {
    templates = pages;
    return this;
  }

  WebApp with(WebXml descriptor) {
    descriptors.add(descriptor);
    return this;
  }

  /** {@code GET /x [200, 404]} for each endpoint. */
  List<String> endpoints() {
    return application().contracts().stream()
        .map(Contract::endpoint)
        .map(endpoint -> endpoint.label() + " " + endpoint.success())
        .toList();
  }

  /** Rows of {@code GET /x}: {@code Missing 404 application/json [code] id=NO}. */
  List<String> rows() {
    return application().contracts().stream()
        .filter(contract -> contract.endpoint().label().equals("GET /x"))
        .flatMap(contract -> contract.failures().stream())
        .map(WebApp::row)
        .toList();
  }

  Application application() {
    Catalogue catalogue = Catalogue.bundled();
    Program program = Program.link(units, ClassSource.of(LIBRARIES), catalogue::supertypes);
    Engine engine = new Engine(program, catalogue, new FrameworkCalls(List.of(ADAPTER)));
    Project project =
        new Project(
            program,
            engine,
            catalogue,
            type -> false,
            units,
            Map.of(),
            files -> Map.of(),
            List::of,
            () -> descriptors,
            templates,
            key -> Set.of(),
            artifact -> Set.of(),
            Expectations.DEFAULT,
            false,
            "",
            type -> true,
            file -> true);
    return ContractBuilder.build(ADAPTER.in(project), project);
  }

  private static String row(Failure failure) {
    Answer answer = failure.answer();
    String name = failure.exception().replaceFirst(".*\\.", "");
    return (name.isEmpty() ? failure.summary() : name)
        + " "
        + answer.status()
        + " "
        + Objects.requireNonNullElse(answer.contentType(), "-")
        + " "
        + answer.bodyKeys()
        + " id="
        + answer.requestId();
  }
}
