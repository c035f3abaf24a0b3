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
  private final List<Missing> missing = new ArrayList<>();

  private Interfaces(Dialect dialect, Predicate<String> exists) {
    this.dialect = dialect;
    this.exists = exists;
  }

  /**
   * An interface that is nowhere to be found, and a class that implements it.
   *
   * @param name of the interface, qualified
   */
  private record Missing(Unit unit, TypeDecl type, String name) {
    String packageName() {
      return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** What the class implements of a document. */
    Map<MethodDecl, Operation> of(OpenApi document) {
      ApiName api = ApiName.of(simple(name));
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
  }

  /**
   * A unit for each interface that somebody implements and that is nowhere to be found.
   *
   * @param exists whether there is a class of that qualified name
   */
  static List<Unit> of(List<Unit> units, Predicate<String> exists, OpenApiFiles files) {
    Map<String, Unit> made = new TreeMap<>();
    for (Dialect dialect : Dialect.of(units, exists)) {
      Interfaces interfaces = new Interfaces(dialect, exists);
      units.forEach(unit -> unit.types().forEach(type -> interfaces.add(unit, type)));
      interfaces.make(files, made);
    }
    return List.copyOf(made.values());
  }

  private void add(Unit unit, TypeDecl type) {
    if (type.kind() != TypeDecl.Kind.CLASS || !dialect.calls(type, unit)) {
      return;
    }
    for (TypeRef implemented : type.interfaces()) {
      String name = qualified(unit, implemented.name());
      if (ApiName.fits(simple(name)) && !exists.test(name)) {
        missing.add(new Missing(unit, type, name));
      }
    }
  }

  /** If nothing imports it, it is of the same package, unless a whole package that is has it. */
  private String qualified(Unit unit, String name) {
    if (name.contains(".")) {
      return name;
    }
    for (Import each : unit.imports()) {
      String of = each.wildcard() ? each.name() + "." + name : each.name();
      if (!each.isStatic() && simple(of).equals(name) && (!each.wildcard() || exists.test(of))) {
        return of;
      }
    }
    return unit.packageName().isEmpty() ? name : unit.packageName() + "." + name;
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** No file is read unless an interface is missing. */
  private void make(OpenApiFiles files, Map<String, Unit> made) {
    List<OpenApi> documents = missing.isEmpty() ? List.of() : files.documents();
    for (Missing each : missing) {
      documents.stream()
          .max(likeliest(each))
          .filter(best -> !each.of(best).isEmpty())
          .ifPresent(
              best ->
                  made.putIfAbsent(
                      each.name(), make(each.unit(), each.name(), best, each.of(best))));
    }
  }

  /**
   * The document of which an interface is generated: of which the class implements most, then all
   * classes that implement anything of that package, since a package is made of one document.
   */
  private Comparator<OpenApi> likeliest(Missing interfaces) {
    List<Missing> beside =
        missing.stream().filter(m -> m.packageName().equals(interfaces.packageName())).toList();
    Comparator<OpenApi> most = Comparator.comparingInt(each -> interfaces.of(each).size());
    return most.thenComparingInt(each -> beside.stream().mapToInt(m -> m.of(each).size()).sum())
        .thenComparingInt(each -> Near.words(each.file(), interfaces.packageName()))
        .thenComparingInt(each -> Near.common(each.file(), interfaces.unit().path()));
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
