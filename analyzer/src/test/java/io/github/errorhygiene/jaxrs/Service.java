package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
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

/** A service in a few lines of source, and its contracts as lines of text. */
final class Service {
  /** The server's page, with its status. */
  static final String PAGE = " 500 text/html [] id=NO";

  private static final ClassPath JDK = ClassPath.of(List.of());

  private static final String IMPORTS =
      """
      import java.util.*;
      import java.util.concurrent.*;
      import WS.ws.rs.*;
      import WS.ws.rs.container.*;
      import WS.ws.rs.core.*;
      import WS.ws.rs.ext.*;
      """;

  private final List<Unit> units = new ArrayList<>();
  private final String namespace;
  private Map<String, String> properties = Map.of();

  private Service(String namespace) {
    this.namespace = namespace;
  }

  /** A file with the usual imports. */
  static Service of(String source) {
    return new Service("jakarta").and(source);
  }

  /** The same before Jakarta. */
  static Service ofJavax(String source) {
    return new Service("javax").and(source);
  }

  Service and(String source) {
    String path = "File" + units.size() + ".java";
    units.add(SourceReader.lower(path, IMPORTS.replace("WS", namespace) + source));
    return this;
  }

  /** The same with settings. */
  Service with(Map<String, String> settings) {
    properties = settings;
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

  /** {@code GET /orders [200, 404]} for each endpoint. */
  List<String> successes() {
    return application().contracts().stream()
        .map(contract -> contract.endpoint().label() + " " + contract.endpoint().success())
        .toList();
  }

  Application application() {
    Catalogue catalogue = Catalogue.bundled();
    Program program = Program.link(units, ClassSource.of(JDK), catalogue::supertypes);
    Engine engine = new Engine(program, catalogue, new FrameworkCalls(List.of(new JaxRsAdapter())));
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
            Templates.NONE,
            key -> properties.containsKey(key) ? Set.of(properties.get(key)) : Set.of(),
            artifact -> Set.of(),
            Expectations.DEFAULT,
            false,
            "",
            type -> true,
            file -> true);
    return ContractBuilder.build(new JaxRsAdapter().in(project), project);
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
