package io.github.errorhygiene.openapi;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Import;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.TypeRef;
import io.github.errorhygiene.unit.Unit;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Interfaces as OpenAPI Generator, Quarkus OpenAPI Generator and Micronaut's write them. Operations
 * say what is bound to what; the types are those of the methods that implement them.
 */
final class Interfaces {
  private final Dialect dialect;
  private final Predicate<String> exists;
  private final List<OpenApi> documents;
  private final Map<String, Unit> made = new TreeMap<>();

  private Interfaces(Dialect dialect, Predicate<String> exists, List<OpenApi> documents) {
    this.dialect = dialect;
    this.exists = exists;
    this.documents = documents;
  }

  /**
   * A unit for each interface that somebody implements and that is nowhere to be found.
   *
   * @param exists whether there is a class of that qualified name
   */
  static List<Unit> of(List<Unit> units, Predicate<String> exists, OpenApiFiles files) {
    Map<String, Unit> made = new TreeMap<>();
    for (Dialect dialect : Dialect.of(units, exists)) {
      Interfaces interfaces = new Interfaces(dialect, exists, files.documents());
      units.forEach(unit -> unit.types().forEach(type -> interfaces.add(unit, type)));
      interfaces.made.forEach(made::putIfAbsent);
    }
    return List.copyOf(made.values());
  }

  private void add(Unit unit, TypeDecl type) {
    if (type.kind() != TypeDecl.Kind.CLASS || !dialect.calls(type, unit)) {
      return;
    }
    for (TypeRef implemented : type.interfaces()) {
      String name = qualified(unit, implemented.name());
      if (!name.isEmpty() && ApiName.fits(simple(name)) && !exists.test(name)) {
        make(unit, type, name);
      }
    }
  }

  /** Empty if it is not imported by its name. */
  private static String qualified(Unit unit, String name) {
    return name.contains(".")
        ? name
        : unit.imports().stream()
            .filter(each -> !each.wildcard() && simple(each.name()).equals(name))
            .map(Import::name)
            .findFirst()
            .orElse("");
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void make(Unit unit, TypeDecl type, String name) {
    ApiName api = ApiName.of(simple(name));
    Comparator<OpenApi> most = Comparator.comparingInt(each -> implemented(type, api, each).size());
    documents.stream()
        .max(most.thenComparingInt(each -> Near.common(each.file(), unit.path())))
        .filter(best -> !implemented(type, api, best).isEmpty())
        .ifPresent(best -> made.put(name, make(unit, name, best, implemented(type, api, best))));
  }

  private static Map<MethodDecl, Operation> implemented(
      TypeDecl type, ApiName api, OpenApi document) {
    Map<MethodDecl, Operation> implemented = new LinkedHashMap<>();
    for (MethodDecl method : type.methods()) {
      document.operations().stream()
          .filter(api::holds)
          .filter(each -> ApiName.key(each.id()).equals(ApiName.key(method.name())))
          .findFirst()
          .ifPresent(operation -> implemented.put(method, operation));
    }
    return implemented;
  }

  private Unit make(
      Unit unit, String name, OpenApi document, Map<MethodDecl, Operation> implemented) {
    String packageName = name.substring(0, name.lastIndexOf('.'));
    boolean validates = validatesBodies(unit, packageName);
    List<MethodDecl> methods = new ArrayList<>();
    implemented.forEach((method, operation) -> methods.add(method(method, operation, validates)));
    TypeDecl type =
        new TypeDecl(
            TypeDecl.Kind.INTERFACE,
            name,
            Modifier.PUBLIC | Modifier.INTERFACE | Modifier.ABSTRACT,
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            methods,
            List.of(),
            dialect.ofType(),
            Position.NONE,
            0);
    List<Import> imports = new ArrayList<>(unit.imports());
    imports.add(new Import(unit.packageName(), false, true));
    return new Unit(document.file(), packageName, imports, List.of(type), List.of(), 0);
  }

  /**
   * Apicurio's generator, which Quarkus uses as well, does not ({@code
   * OpenApi2JaxRs.generateJavaInterface}). It puts models into a package of its own below.
   */
  private static boolean validatesBodies(Unit unit, String packageName) {
    return unit.imports().stream().noneMatch(each -> each.isBelow(packageName + ".beans."));
  }

  private MethodDecl method(MethodDecl method, Operation operation, boolean validatesBodies) {
    return new MethodDecl(
        method.name(),
        Modifier.PUBLIC | Modifier.ABSTRACT,
        false,
        false,
        method.typeParameters(),
        method.returnType(),
        parameters(method, operation, validatesBodies),
        method.thrown(),
        null,
        dialect.ofMethod(operation),
        Position.NONE,
        0);
  }

  private List<Parameter> parameters(
      MethodDecl method, Operation operation, boolean validatesBodies) {
    List<Parameter> given = method.parameters();
    List<String> names = given.stream().map(each -> each.name()).toList();
    Operation.@Nullable Parameter[] bound = operation.bound(names, i -> isContext(given.get(i)));
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < bound.length; i++) {
      Parameter each = given.get(i);
      Operation.Parameter documented = bound[i];
      List<Annotation> annotations = new ArrayList<>(each.annotations());
      if (documented != null) {
        annotations.addAll(dialect.ofParameter(documented, each.type(), validatesBodies));
      }
      parameters.add(
          new Parameter(each.name(), each.type(), each.varargs(), annotations, Position.NONE));
    }
    return parameters;
  }

  private static boolean isContext(Parameter parameter) {
    return parameter.annotations().stream().anyMatch(a -> simple(a.name()).equals("Context"));
  }
}
