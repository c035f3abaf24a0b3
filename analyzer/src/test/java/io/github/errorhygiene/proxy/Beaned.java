package io.github.errorhygiene.proxy;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Event;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.escape.Translation;
import io.github.errorhygiene.library.LibraryModel;
import io.github.errorhygiene.program.ClassSource;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.schema.Schema;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Gap;
import java.util.List;
import java.util.Objects;

/**
 * The method {@code run(String id)} of a class {@code Caller}, which calls the {@code service}.
 * What leaves it is given as {@code OrderMissing}, with what it wraps as {@code
 * Wrapper(OrderMissing)}.
 */
final class Beaned {
  private static final ClassPath LIBRARIES = ClassPath.of(List.of());

  private static final String IMPORTS =
      """
      import java.util.*; import java.io.*; import org.aspectj.lang.*; \
      import org.aspectj.lang.annotation.*; import org.springframework.stereotype.*; \
      import org.springframework.core.annotation.Order;
      """;

  private static final String DOMAIN =
      """
      class OrderMissing extends RuntimeException {}
      class Conflict extends RuntimeException {
        Conflict() {}
        Conflict(Throwable cause) { super(cause); }
      }
      class Checked extends Exception {}
      class Caller {
        Service service;
        String run(String id) throws Exception { return service.get(id); }
      }
      """;

  private final Program program;
  private final ContainerProxies proxies;
  private final Engine engine;

  private Beaned(String source) {
    Catalogue catalogue = Catalogue.bundled();
    this.program =
        Program.link(
            List.of(
                SourceReader.lower("Test.java", IMPORTS + source),
                SourceReader.lower("Domain.java", DOMAIN)),
            ClassSource.of(LIBRARIES),
            catalogue::supertypes);
    this.proxies =
        new ContainerProxies(program, catalogue, type -> false, type -> false, prefix -> true);
    this.engine =
        new Engine(
            program,
            catalogue,
            LibraryModel.NONE,
            type -> false,
            Translation.NONE,
            proxies,
            Schema.NONE);
  }

  static Beaned of(String source) {
    return new Beaned(source);
  }

  static List<String> escapesOf(String source) {
    return of(source).escapes();
  }

  List<String> escapes() {
    return summary().escapes().stream().map(Beaned::text).distinct().sorted().toList();
  }

  Summary summary() {
    MethodSymbol run =
        Objects.requireNonNull(program.type("Caller")).methods().stream()
            .filter(method -> method.name().equals("run"))
            .findFirst()
            .orElseThrow();
    return engine.summary(run, Value.GIVEN, List.of(Value.unknown(Dependence.REQUEST)));
  }

  /** How failed calls are made again. */
  List<String> retries() {
    return summary().events().stream()
        .filter(event -> event.kind() == Kind.RETRIED)
        .map(Event::detail)
        .distinct()
        .toList();
  }

  /** The calls on the way to the first escape. */
  List<String> trace() {
    Summary summary = summary();
    return summary.trace(summary.escapes().first()).stream().map(step -> step.text()).toList();
  }

  List<String> gaps() {
    Summary ignored = summary();
    return proxies.gaps().stream().map(Gap::message).toList();
  }

  private static String text(Escape escape) {
    String simple = escape.type().replaceFirst(".*[.$]", "");
    return escape.inner() == null ? simple : simple + "(" + text(escape.inner()) + ")";
  }
}
