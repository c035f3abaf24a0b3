package io.github.errorhygiene.routed;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.openapi.OpenApi;
import io.github.errorhygiene.program.ClassSource;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Unit;
import io.github.errorhygiene.web.Adapter;
import io.github.errorhygiene.web.ContractBuilder;
import io.github.errorhygiene.web.FrameworkCalls;
import io.github.errorhygiene.web.Project;
import java.util.List;
import java.util.Map;

/** Applications with no class path but what is bundled, most of them of one file. */
final class Applications {
  private Applications() {}

  static Application of(String framework, String source) {
    return of(framework, source, List.of());
  }

  /** The same with OpenAPI files. */
  static Application of(String framework, String source, List<OpenApi> documents) {
    return of(framework, List.of(SourceReader.lower("Main.java", source)), documents);
  }

  /** The same of several files, by their paths. */
  static Application of(String framework, Map<String, String> sources) {
    List<Unit> units =
        sources.entrySet().stream()
            .map(file -> SourceReader.lower(file.getKey(), file.getValue()))
            .toList();
    return of(framework, units, List.of());
  }

  private static Application of(String framework, List<Unit> units, List<OpenApi> documents) {
    Adapter adapter = new RoutedAdapter(framework);
    Catalogue catalogue = Catalogue.bundled();
    ClassPath libraries = ClassPath.of(List.of());
    Program program = Program.link(units, ClassSource.of(libraries), catalogue::supertypes);
    Engine engine = new Engine(program, catalogue, new FrameworkCalls(List.of(adapter)));
    Project project =
        new Project(program, engine, catalogue, type -> false, units, Map.of(), () -> documents);
    return ContractBuilder.build(adapter.in(project), project);
  }
}
