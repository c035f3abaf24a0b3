package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.LibraryModel;
import io.github.errorhygiene.program.ClassSource;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * The method {@code run} of the class {@code Test}, evaluated. Unless the test says otherwise its
 * parameters depend on the request. The usual imports and a small domain are there.
 */
final class Evaluated {
  private static final ClassPath LIBRARIES = ClassPath.of(List.of());

  private static final String IMPORTS =
      """
      import java.util.*; import java.util.function.*; import java.util.stream.*; \
      import java.time.*; import java.io.*; import java.util.concurrent.*; \
      import reactor.core.publisher.*; \
      import org.springframework.beans.factory.annotation.*; \
      import org.springframework.util.*; import lombok.*; \
      """
          .strip();

  private static final String DOMAIN =
      """
      import java.util.*;
      import org.springframework.data.repository.CrudRepository;
      class OrderMissing extends RuntimeException {
        OrderMissing() {}
        OrderMissing(String text) { super(text); }
        OrderMissing(String text, Throwable cause) { super(text, cause); }
        OrderMissing(Throwable cause) { super(cause); }
      }
      class OrderClosed extends OrderMissing {}
      class Conflict extends RuntimeException {}
      class Checked extends Exception {}
      record Customer(String name) {}
      record Order(String id, int amount, Customer customer) {}
      interface Orders extends CrudRepository<Order, String> {
        Order findFirstByCustomer(String customer);
      }
      """;

  private static final Unit DOMAIN_UNIT = SourceReader.lower("Domain.java", DOMAIN);

  private final Program program;
  private final Engine engine;

  private Evaluated(List<Unit> units) {
    Catalogue catalogue = Catalogue.bundled();
    this.program = Program.link(units, new Libraries(), catalogue::supertypes);
    this.engine = new Engine(program, catalogue, LibraryModel.NONE);
  }

  private static final class Libraries implements ClassSource {
    @Override
    public TypeDecl find(String binaryName) {
      return LIBRARIES.find(binaryName);
    }

    @Override
    public boolean hasPackage(String name) {
      return LIBRARIES.hasPackage(name);
    }
  }

  /** Types; each text is a file. */
  static Evaluated of(String... sources) {
    List<Unit> units = new ArrayList<>();
    for (String source : sources) {
      Unit unit = SourceReader.lower("File" + units.size() + ".java", IMPORTS + source);
      if (!unit.gaps().isEmpty()) {
        throw new IllegalArgumentException(unit.gaps().toString());
      }
      units.add(unit);
    }
    units.add(DOMAIN_UNIT);
    return new Evaluated(units);
  }

  /** Members of a class {@code Test}. */
  static Evaluated members(String members, String... types) {
    return of("class Test {\n" + members + "\n}\n" + String.join("\n", types));
  }

  /** What leaves {@code run}, with its parameters depending on the request. */
  static List<String> escapesOf(String members, String... types) {
    return members(members, types).escapes();
  }

  /** What leaves {@code void run(String id, Orders orders) throws Exception} with that body. */
  static List<String> escapesOfBody(String body, String... types) {
    return escapesOf(
        "Orders orders; void run(String id) throws Exception {\n" + body + "\n}", types);
  }

  List<String> escapes() {
    return escapes(Value.unknown(Dependence.REQUEST));
  }

  /** What {@code run} throws, or what its result fails with, once somebody awaits it. */
  static List<String> failuresOf(String members, String... types) {
    Evaluated evaluated = members(members, types);
    Summary summary = evaluated.summary(Value.unknown(Dependence.REQUEST));
    return evaluated.engine.awaited(summary).escapes().stream()
        .map(Evaluated::text)
        .distinct()
        .sorted()
        .toList();
  }

  /** With all parameters having that value. */
  List<String> escapes(Value argument) {
    return summary(argument).escapes().stream().map(Evaluated::text).distinct().sorted().toList();
  }

  Summary summary() {
    return summary(Value.unknown(Dependence.REQUEST));
  }

  Summary summary(Value argument) {
    MethodSymbol run = method();
    List<Value> arguments = Collections.nCopies(run.parameterTypes().size(), argument);
    return engine.summary(run, Value.GIVEN, arguments);
  }

  private MethodSymbol method() {
    TypeSymbol test = program.type("Test");
    for (MethodSymbol method : program.allMethods(test)) {
      if (method.name().equals("run")) {
        return method;
      }
    }
    throw new IllegalArgumentException("no method Test.run");
  }

  /** Bodies evaluated so far. */
  int evaluations() {
    return engine.census().evaluations();
  }

  /** Calls with more overriders than were followed. */
  SortedMap<Site, Census.Capped> capped() {
    return engine.census().capped();
  }

  /** Statements evaluated so far. */
  int statements() {
    return engine.census().statements();
  }

  private static String text(Escape escape) {
    String why =
        escape.unconditional() ? " always" : " because " + escape.cause() + absence(escape);
    String inner = escape.inner() == null ? "" : ", wrapping " + simple(escape.inner().type());
    return simple(escape.type()) + why + inner;
  }

  private static String absence(Escape escape) {
    return escape.absence() ? ", absence" : "";
  }

  private static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
