package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.catalogue.RequestIds;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler.Step;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The application's request and response filters, and which resource methods they are bound to. */
final class Filters {
  /** Methods of any class that are filters, on Quarkus REST. */
  private static final String PACKAGE = "org.jboss.resteasy.reactive.server.";

  private static final String ANNOTATIONS = PACKAGE + "Server";

  private final Project project;
  private final Program program;
  private final Engine engine;
  private final RequestIds ids;
  private final List<Filter> requests;
  private final List<Filter> readers;
  private final List<Filter> identifying = new ArrayList<>();

  /**
   * One of them.
   *
   * @param bindings name-binding annotations; it is for what has them all
   */
  private record Filter(Step step, Set<String> bindings) {
    boolean isFor(Set<String> bound) {
      return bound.containsAll(bindings);
    }
  }

  Filters(Project project) {
    this.project = project;
    this.program = project.program();
    this.engine = project.engine();
    this.ids = project.catalogue().requestIds();
    this.requests = find("container.ContainerRequestFilter", "filter", 1);
    this.readers = find("ext.ReaderInterceptor", "aroundReadFrom", 1);
    requests.addAll(annotated("RequestFilter"));
    List<Filter> responses = find("container.ContainerResponseFilter", "filter", 2);
    responses.addAll(annotated("ResponseFilter"));
    for (Filter filter : responses) {
      if (setsRequestId(filter)) {
        identifying.add(filter);
      }
    }
  }

  private List<Filter> find(String kind, String method, int parameters) {
    List<Filter> filters = new ArrayList<>();
    List<TypeSymbol> types =
        Ws.names(kind).flatMap(name -> project.sourceSubtypes(name).stream()).distinct().toList();
    for (TypeSymbol type : types) {
      if (type.kind() == TypeDecl.Kind.CLASS && !type.isAbstract()) {
        add(type, method, parameters, filters);
      }
    }
    return filters;
  }

  private void add(TypeSymbol type, String name, int parameters, List<Filter> filters) {
    for (MethodSymbol method : program.allMethods(type)) {
      boolean answers =
          method.name().equals(name)
              && method.parameterTypes().size() == parameters
              && method.hasBody();
      if (answers) {
        filters.add(new Filter(step(type, method), bindings(type)));
      }
    }
  }

  private List<Filter> annotated(String name) {
    List<Filter> filters = new ArrayList<>();
    boolean any = program.imports(PACKAGE);
    for (TypeSymbol type : any ? project.sourceTypes() : List.<TypeSymbol>of()) {
      for (MethodSymbol method : type.methods()) {
        if (method.annotation(ANNOTATIONS + name) != null && method.hasBody()) {
          Set<String> bindings = bindings(method);
          bindings.addAll(bindings(type));
          filters.add(new Filter(step(type, method), bindings));
        }
      }
    }
    return filters;
  }

  private Step step(TypeSymbol type, MethodSymbol method) {
    Value request = Value.unknown(Dependence.REQUEST).sure();
    Code code = new Code.OfMethod(type, method, engine.newObject(type));
    return new Step(code, Collections.nCopies(method.parameterTypes().size(), request));
  }

  /** The annotations of the element by which filters are bound to it. */
  private Set<String> bindings(Annotated element) {
    Set<String> bindings = new TreeSet<>();
    for (AnnotationSymbol annotation : element.annotations()) {
      TypeSymbol type = program.type(annotation.type());
      if (type != null && Ws.find(type, "NameBinding") != null) {
        bindings.add(annotation.type());
      }
    }
    return bindings;
  }

  /** What a resource method is bound to by itself and by its class. */
  Set<String> bindings(MethodSymbol declaration, TypeSymbol resource) {
    Set<String> bindings = new TreeSet<>(bindings(declaration));
    for (String name : program.supertypes(resource.name())) {
      TypeSymbol type = program.type(name);
      if (type != null) {
        bindings.addAll(bindings(type));
      }
    }
    return bindings;
  }

  /**
   * The request filters that run before a method that is bound so, and what intercepts the reading
   * of its entity.
   */
  List<Step> before(Set<String> bindings, boolean readsEntity) {
    Stream<Filter> all =
        readsEntity ? Stream.concat(requests.stream(), readers.stream()) : requests.stream();
    return all.filter(each -> each.isFor(bindings)).map(Filter::step).toList();
  }

  /** Whether a response filter puts a request id on the answers of a method that is bound so. */
  Certainty identifies(Set<String> bindings) {
    return Certainty.of(identifying.stream().anyMatch(filter -> filter.isFor(bindings)));
  }

  private boolean setsRequestId(Filter filter) {
    return AnswerModel.mayHaveRequestId(
        filter.step().code().run(engine, filter.step().arguments()).answer(), ids);
  }
}
