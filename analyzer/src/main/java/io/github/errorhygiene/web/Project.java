package io.github.errorhygiene.web;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.contract.Expectations;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.openapi.OpenApi;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.template.Templates;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Unit;
import io.github.errorhygiene.webxml.WebXml;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The application as adapters see it.
 *
 * @param given whether the user's class path has the type with that binary name
 * @param units the sources
 * @param properties the application's, placeholders unresolved; keys may ignore case
 * @param propertiesOf what some of the files say that have properties, by their paths
 * @param documents the project's OpenAPI files; read when first asked for
 * @param descriptors the project's {@code web.xml} files; read when first asked for
 * @param templates the project's pages; looked for when first asked for
 * @param settings what YAML files of whatever name say of a key with dots; read when asked
 * @param builders the directories of build files of the project that name that artifact; empty for
 *     the root, or for what is above it
 * @param expectations which statuses the user wants
 * @param documentation whether anybody asks what is documented of endpoints
 * @param server which of several applications in one tree it is: its module or its main class;
 *     empty if nobody knows
 * @param scope which types of the sources are part of it; what is not may still be called
 * @param files which files may be its own, by their paths
 */
public record Project(
    Program program,
    Engine engine,
    Catalogue catalogue,
    Predicate<String> given,
    List<Unit> units,
    Map<String, String> properties,
    Function<Predicate<String>, Map<String, String>> propertiesOf,
    Supplier<List<OpenApi>> documents,
    Supplier<List<WebXml>> descriptors,
    Templates templates,
    Function<String, Set<String>> settings,
    Function<String, Set<String>> builders,
    Expectations expectations,
    boolean documentation,
    String server,
    Predicate<TypeSymbol> scope,
    Predicate<String> files) {
  /** A project without {@code web.xml} and build files, whose user decided nothing. */
  public Project(
      Program program,
      Engine engine,
      Catalogue catalogue,
      Predicate<String> given,
      List<Unit> units,
      Map<String, String> properties,
      Supplier<List<OpenApi>> documents) {
    this(
        program,
        engine,
        catalogue,
        given,
        units,
        properties,
        files -> properties,
        documents,
        List::of,
        Templates.NONE,
        key -> Set.of(),
        artifact -> Set.of(),
        Expectations.DEFAULT,
        false,
        "",
        type -> true,
        file -> true);
  }

  public Project {
    units = List.copyOf(units);
    properties = Collections.unmodifiableMap(properties);
  }

  /** Whether a source file that may be its own imports something whose name starts so. */
  public boolean imports(String prefix) {
    return program.imports(prefix)
        && units.stream()
            .filter(unit -> files.test(unit.path()))
            .flatMap(unit -> unit.imports().stream())
            .anyMatch(each -> each.isBelow(prefix));
  }

  /** Whether a build file names an artifact that may be its own. */
  public Predicate<String> builds() {
    return artifact -> builders.apply(artifact).stream().anyMatch(this::isBuilt);
  }

  /** The same of a build file's directory: it is for the sources below it. */
  private boolean isBuilt(String directory) {
    return files.test(directory.isEmpty() ? "" : directory + "/src/main/java/");
  }

  /**
   * One of several applications.
   *
   * @param part which types are part of it
   * @param files which files may be its own, by their paths
   */
  public Project within(String name, Predicate<TypeSymbol> part, Predicate<String> files) {
    return new Project(
        program,
        engine,
        catalogue,
        given,
        units,
        propertiesOf.apply(files),
        propertiesOf,
        documents,
        descriptors,
        templates,
        settings,
        builders,
        expectations,
        documentation,
        name,
        part,
        files);
  }

  /** The types of its sources, see {@link Program#sourceTypes}. */
  public List<TypeSymbol> sourceTypes() {
    return program.sourceTypes().stream().filter(scope).toList();
  }

  /** Those below a type, see {@link Program#sourceSubtypes}. */
  public List<TypeSymbol> sourceSubtypes(String name) {
    return program.sourceSubtypes(name).stream().filter(scope).toList();
  }

  /**
   * A reader of the framework's answers.
   *
   * @param everywhere whether a request id is put on every answer
   * @param errorPage what is written for an error without a body
   */
  public AnswerReader reader(Certainty everywhere, ErrorPage errorPage) {
    return new AnswerReader(
            new BodyProperties(program, PropertyNaming.of(properties), given),
            catalogue.requestIds(),
            everywhere,
            errorPage)
        .judgingEnvelopes(expectations.envelope());
  }
}
