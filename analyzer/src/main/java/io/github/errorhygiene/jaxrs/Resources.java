package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Handler.Route;
import io.github.errorhygiene.web.Handler.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds resource methods: of root resources, and of what sub-resource locators return. */
final class Resources {
  /** Locators below locators; they may return their own class. */
  private static final int DEEPEST = 4;

  private static final List<String> CLIENTS =
      List.of(
          "org.eclipse.microprofile.rest.client.inject.RegisterRestClient",
          "org.springframework.cloud.openfeign.FeignClient");

  private final Program program;
  private final Engine engine;
  private final Declared declared;
  private final Inputs inputs;

  Resources(Program program, Engine engine, Declared declared, Inputs inputs) {
    this.program = program;
    this.engine = engine;
    this.declared = declared;
    this.inputs = inputs;
  }

  /**
   * A resource method.
   *
   * @param declaration whose annotations count
   * @param type the class of the resource
   * @param inputs what it is given
   * @param before what the locators on the way to it are given
   */
  record Endpoint(
      Handler handler,
      MethodSymbol declaration,
      TypeSymbol type,
      List<Input> inputs,
      List<Input> before,
      List<String> consumes,
      List<String> produces) {}

  /** An object with resource methods. */
  private record Resource(
      TypeSymbol type, Value self, Template template, List<Step> before, List<Input> inputs) {}

  /** Whether a class is a root resource. */
  boolean isRoot(TypeSymbol type) {
    return isConcrete(type) && rootPath(type) != null;
  }

  /**
   * All of an application, below its paths.
   *
   * @param own which classes are its resources
   */
  List<Endpoint> all(ApplicationPaths applications, Predicate<TypeSymbol> own) {
    List<Endpoint> found = new ArrayList<>();
    for (TypeSymbol type : program.sourceTypes()) {
      AnnotationSymbol path = isConcrete(type) && own.test(type) ? rootPath(type) : null;
      if (path != null) {
        Template template = applications.of(type).below(text(path));
        collect(new Resource(type, self(type), template, List.of(), List.of()), found);
      }
    }
    return found;
  }

  /** Whether there is any; nothing is evaluated for that. */
  boolean areThere() {
    return program.sourceTypes().stream().anyMatch(this::isRoot);
  }

  private static boolean isConcrete(TypeSymbol type) {
    boolean kind = type.kind() == TypeDecl.Kind.CLASS || type.kind() == TypeDecl.Kind.RECORD;
    return kind && !type.isAbstract() && !type.isLocal();
  }

  /** {@code @Path} of the class; that of a client's interface does not make its stub a resource. */
  private @Nullable AnnotationSymbol rootPath(TypeSymbol type) {
    TypeSymbol carrier = declared.carrier(type, "Path");
    boolean client =
        carrier != null && CLIENTS.stream().anyMatch(name -> carrier.annotation(name) != null);
    return carrier == null || client ? null : Ws.find(carrier, "Path");
  }

  private static String text(AnnotationSymbol path) {
    return path.value("value") instanceof String text ? text : "";
  }

  private static Value self(TypeSymbol type) {
    return Value.of(new Instance(type.name(), Map.of())).withData(Dependence.NONE);
  }

  private void collect(Resource resource, List<Endpoint> found) {
    for (MethodSymbol method : program.allMethods(resource.type())) {
      boolean runs = !method.isStatic() && !method.isConstructor() && !method.isAbstract();
      MethodSymbol declaration = runs ? declared.declaration(method) : null;
      if (declaration != null) {
        collect(resource, method, declaration, found);
      }
    }
  }

  private void collect(
      Resource resource, MethodSymbol method, MethodSymbol declaration, List<Endpoint> found) {
    AnnotationSymbol path = Ws.find(declaration, "Path");
    Template template = resource.template().below(path == null ? "" : text(path));
    List<String> verbs = declared.verbs(declaration);
    List<Input> bound = inputs.of(declaration, method, template);
    Code.OfMethod code = new Code.OfMethod(resource.type(), method, resource.self());
    List<Value> arguments = Inputs.values(bound, template);
    if (!verbs.isEmpty()) {
      List<Route> routes = verbs.stream().map(verb -> new Route(verb, template.path())).toList();
      found.add(endpoint(resource, declaration, new Call(code, arguments, bound), routes));
    } else if (path != null && resource.before().size() < DEEPEST) {
      collectBelow(resource, new Call(code, arguments, bound), template, found);
    }
  }

  /** The resource methods of what a locator returns. */
  private void collectBelow(
      Resource resource, Call locator, Template template, List<Endpoint> found) {
    List<Step> before = new ArrayList<>(resource.before());
    before.add(new Step(locator.code(), locator.arguments()));
    List<Input> given = new ArrayList<>(resource.inputs());
    given.addAll(locator.inputs());
    for (Map.Entry<TypeSymbol, Value> below : located(locator).entrySet()) {
      collect(new Resource(below.getKey(), below.getValue(), template, before, given), found);
    }
  }

  private record Call(Code.OfMethod code, List<Value> arguments, List<Input> inputs) {
    MethodSymbol method() {
      return code.method();
    }
  }

  private Endpoint endpoint(
      Resource resource, MethodSymbol declaration, Call call, List<Route> routes) {
    String body = Results.body(call.method().returnType());
    Handler handler =
        new Handler(call.code(), routes, call.arguments(), resource.before(), 200, body, true);
    return new Endpoint(
        handler,
        declaration,
        resource.type(),
        call.inputs(),
        resource.inputs(),
        declared.mediaTypes(declaration, resource.type(), "Consumes"),
        declared.mediaTypes(declaration, resource.type(), "Produces"));
  }

  /** What a locator returns: the objects that it is seen to make, else what its type says. */
  private Map<TypeSymbol, Value> located(Call locator) {
    Map<TypeSymbol, Value> located = new LinkedHashMap<>();
    for (Instance instance :
        locator.code().run(engine, locator.arguments()).returned().instances()) {
      TypeSymbol type = program.type(instance.type());
      if (type != null && type.isSource()) {
        located.merge(type, Value.of(instance), Value::join);
      }
    }
    if (located.isEmpty()) {
      declaredTypes(locator.method().returnType()).forEach(type -> located.put(type, self(type)));
    }
    return located;
  }

  private List<TypeSymbol> declaredTypes(Type returned) {
    boolean literal =
        returned.erasure().equals("java.lang.Class") && !returned.arguments().isEmpty();
    String name = (literal ? returned.arguments().get(0) : returned).erasure();
    TypeSymbol type = program.type(name);
    if (type == null || !type.isSource()) {
      return List.of();
    }
    List<TypeSymbol> types = new ArrayList<>();
    types.add(type);
    types.addAll(program.sourceSubtypes(name));
    types.removeIf(each -> !isConcrete(each));
    return types;
  }
}
