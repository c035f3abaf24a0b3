package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The application's exception mappers ({@code ExceptionMapper}, section 4.4 of the specification).
 */
final class Mappers {
  /** {@code Priorities.USER}, which those without {@code @Priority} have. */
  private static final int USER = 5000;

  /** Of annotations that make mappers of methods, on Quarkus REST. */
  private static final String PACKAGE = "org.jboss.resteasy.reactive.server.";

  private static final String SERVER_EXCEPTION_MAPPER = PACKAGE + "ServerExceptionMapper";

  private final Program program;
  private final Set<String> ofRuntime;
  private final List<Mapper> all = new ArrayList<>();

  /**
   * One of them.
   *
   * @param exception that it is for
   * @param choice the method that says whether it takes an exception; null: it takes all
   * @param ofResource it is only for the resource methods of its class
   * @param priority of two for the same type the one with the lower number answers
   */
  record Mapper(
      TypeSymbol type,
      MethodSymbol method,
      @Nullable MethodSymbol choice,
      String exception,
      int priority,
      boolean ofResource) {}

  /**
   * Those of an application.
   *
   * @param ofRuntime classes of the runtime's whose subclasses are mappers; what these inherit, the
   *     runtime answers
   */
  Mappers(Project project, Set<String> ofRuntime) {
    this.program = project.program();
    this.ofRuntime = ofRuntime;
    Ws.names("ext.ExceptionMapper")
        .flatMap(name -> project.sourceSubtypes(name).stream())
        .distinct()
        .filter(new Registered(project))
        .forEach(this::add);
    if (program.imports(PACKAGE)) {
      Declared declared = new Declared(program);
      project.sourceTypes().forEach(type -> addMethods(type, declared));
    }
    all.sort(
        Comparator.comparingInt(Mapper::priority).thenComparing(mapper -> mapper.type().name()));
  }

  /** In the order in which they are asked. */
  List<Mapper> all() {
    return List.copyOf(all);
  }

  private void add(TypeSymbol type) {
    boolean concrete = type.kind() == TypeDecl.Kind.CLASS && !type.isAbstract();
    String exception = concrete ? exception(type) : "";
    MethodSymbol method = exception.isEmpty() ? null : method(type, exception);
    if (method != null && !ofRuntime.contains(method.owner().name())) {
      all.add(new Mapper(type, method, choice(type), exception, priority(type), false));
    }
  }

  private void addMethods(TypeSymbol type, Declared declared) {
    for (MethodSymbol method : type.methods()) {
      AnnotationSymbol annotation = method.annotation(SERVER_EXCEPTION_MAPPER);
      if (annotation != null && method.hasBody()) {
        int priority = annotation.value("priority") instanceof Integer given ? given : USER;
        boolean ofResource = declared.carrier(type, "Path") != null;
        for (String exception : exceptions(annotation, method)) {
          all.add(new Mapper(type, method, null, exception, priority, ofResource));
        }
      }
    }
  }

  /** Those that the annotation names, else those of the parameters. */
  private List<String> exceptions(AnnotationSymbol annotation, MethodSymbol method) {
    List<Type> named = new ArrayList<>(annotation.types("value"));
    if (named.isEmpty()) {
      method.parameterTypes().stream().filter(this::isThrowable).forEach(named::add);
    }
    return named.stream().map(Type::erasure).toList();
  }

  private boolean isThrowable(Type type) {
    return program.isSubtype(type.erasure(), "java.lang.Throwable") == Certainty.YES;
  }

  /** What a mapper is called with: the exception, and what the runtime supplies. */
  List<Value> arguments(Mapper mapper, Value exception) {
    return mapper.method().parameterTypes().stream()
        .map(type -> isThrowable(type) ? exception : Value.GIVEN)
        .toList();
  }

  /** The type argument, through the hierarchy. */
  private String exception(TypeSymbol type) {
    for (String name : Ws.names("ext.ExceptionMapper").toList()) {
      Type mapper = program.asSuper(type.thisType(), name);
      if (mapper != null && mapper.arguments().size() == 1) {
        return mapper.arguments().get(0).erasure();
      }
    }
    return "";
  }

  private @Nullable MethodSymbol method(TypeSymbol type, String exception) {
    for (MethodSymbol method : program.allMethods(type)) {
      boolean answers =
          method.name().equals("toResponse")
              && method.parameterTypes().size() == 1
              && !method.isAbstract();
      if (answers
          && program.isSubtype(exception, method.parameterTypes().get(0).erasure())
              != Certainty.NO) {
        return method;
      }
    }
    return null;
  }

  private @Nullable MethodSymbol choice(TypeSymbol type) {
    if (program.isSubtype(type.name(), "org.glassfish.jersey.spi.ExtendedExceptionMapper")
        != Certainty.YES) {
      return null;
    }
    return program.allMethods(type).stream()
        .filter(method -> method.name().equals("isMappable") && method.hasBody())
        .findFirst()
        .orElse(null);
  }

  private static int priority(TypeSymbol type) {
    for (AnnotationSymbol annotation : type.annotations()) {
      if (annotation.type().endsWith(".annotation.Priority")
          && annotation.value("value") instanceof Integer number) {
        return number;
      }
    }
    return USER;
  }

  /**
   * The one for the nearest supertype, of the resource before others; null if there is none.
   *
   * @param resource null where no resource method was found
   * @param takes whether a mapper that could take the exception does
   */
  @Nullable Mapper closest(
      @Nullable TypeSymbol resource, String exception, Predicate<Mapper> takes) {
    Mapper ofResource = resource == null ? null : closest(exception, resource, takes);
    return ofResource == null ? closest(exception, null, takes) : ofResource;
  }

  private @Nullable Mapper closest(
      String exception, @Nullable TypeSymbol resource, Predicate<Mapper> takes) {
    List<String> supertypes = Ws.supertypes(program, exception);
    Mapper best = null;
    int least = Integer.MAX_VALUE;
    for (Mapper mapper : all) {
      boolean asked =
          resource == null
              ? !mapper.ofResource()
              : mapper.ofResource()
                  && program.isSubtype(resource.name(), mapper.type().name()) == Certainty.YES;
      int distance = asked ? supertypes.indexOf(Ws.renamed(mapper.exception())) : -1;
      if (distance >= 0 && distance < least && takes.test(mapper)) {
        best = mapper;
        least = distance;
      }
    }
    return best;
  }
}
