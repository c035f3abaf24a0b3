package io.github.errorhygiene.spring;

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
import io.github.errorhygiene.web.ContractBuilder;
import io.github.errorhygiene.web.FrameworkCalls;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** A Spring MVC service in a few lines of source, and its contracts as lines of text. */
final class Service {
  /** Boot's error page, after its status. */
  static final String PAGE = " application/json [error, path, status, timestamp] id=NO";

  /** The same of WebFlux. */
  static final String REACTIVE_PAGE =
      " application/json [error, path, requestId, status, timestamp] id=YES";

  private static final ClassPath JDK = ClassPath.of(List.of());

  private static final String IMPORTS =
      """
      import java.util.*;
      import org.springframework.http.*;
      import org.springframework.web.bind.annotation.*;
      import org.springframework.web.server.ResponseStatusException;
      """;

  private final List<Unit> units = new ArrayList<>();
  private final Map<String, String> properties = new TreeMap<>();
  private SpringVersion version = SpringVersion.NEWEST;
  private boolean reactive;
  private Templates templates = Templates.NONE;

  /** A file with the usual imports. */
  static Service of(String source) {
    return new Service().and(source);
  }

  Service and(String source) {
    String path = "File" + units.size() + ".java";
    units.add(SourceReader.lower(path, IMPORTS + source));
    return this;
  }

  /** A file at a path; with a package the usual imports come after it. */
  Service file(String path, String source) {
    int end = source.indexOf(';') + 1;
    units.add(
        SourceReader.lower(
            path, source.substring(0, end) + "\n" + IMPORTS + source.substring(end)));
    return this;
  }

  Service at(int major, int minor) {
    version = new SpringVersion(major, minor);
    return this;
  }

  Service with(Templates pages) {
    templates = pages;
    return this;
  }

  /** On Spring WebFlux. */
  Service reactive() {
    reactive = true;
    return this;
  }

  Service with(String property, String value) {
    properties.put(property, value);
    return this;
  }

  /** Rows of an endpoint: {@code OrderMissing 404 application/json [code] id=NO}. */
  List<String> rows(String endpoint) {
    return application().contracts().stream()
        .filter(contract -> contract.endpoint().label().equals(endpoint))
        .flatMap(contract -> contract.failures().stream())
        .map(Service::row)
        .toList();
  }

  /** Rows that belong to no endpoint. */
  List<String> generalRows() {
    return application().failures().stream().map(Service::row).toList();
  }

  /** {@code Locked CONFLICT 409} for each failure of the service's own code. */
  List<String> blamed() {
    return application().contracts().stream()
        .flatMap(contract -> contract.failures().stream())
        .filter(failure -> failure.origin() != null)
        .map(
            failure ->
                failure.exception().replaceAll(".*[.$]", "")
                    + " "
                    + failure.mode()
                    + " "
                    + failure.answer().status())
        .distinct()
        .toList();
  }

  /** {@code GET /orders [200, 404]} for each endpoint. */
  List<String> successes() {
    return application().contracts().stream()
        .map(Contract::endpoint)
        .map(endpoint -> endpoint.label() + " " + endpoint.success())
        .toList();
  }

  Application application() {
    Catalogue catalogue = Catalogue.bundled();
    Program program = Program.link(units, ClassSource.of(JDK), catalogue::supertypes);
    Engine engine =
        new Engine(program, catalogue, new FrameworkCalls(List.of(SpringAdapter.SERVLET)));
    Project project =
        new Project(
            program,
            engine,
            catalogue,
            type -> false,
            units,
            properties,
            files -> properties,
            List::of,
            List::of,
            templates,
            key -> Set.of(),
            artifact -> Set.of(),
            Expectations.DEFAULT,
            false,
            "",
            type -> true,
            file -> true);
    SpringAdapter adapter = reactive ? SpringAdapter.REACTIVE : SpringAdapter.SERVLET;
    return ContractBuilder.build(adapter.in(project, version, type -> true), project);
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
