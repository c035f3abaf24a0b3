package io.github.errorhygiene.spring;

import io.github.errorhygiene.openapi.ApiName;
import io.github.errorhygiene.openapi.OpenApi;
import io.github.errorhygiene.openapi.Operation;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Controllers and delegates of interfaces that are generated from an OpenAPI file while the service
 * is built, and so are neither in the sources nor on the class path. Gives them the annotations
 * that the generated interface would have.
 */
final class ContractFirst {
  private final Program program;
  private final Supplier<List<OpenApi>> documents;
  private final Merged written;
  private final CompiledDelegates compiled;
  private final Map<String, List<AnnotationSymbol>> types = new HashMap<>();
  private final Map<MethodSymbol, Generated> methods = new HashMap<>();

  /**
   * Looks at all types of the sources.
   *
   * @param documents asked only if an interface is missing
   */
  ContractFirst(Program program, Supplier<List<OpenApi>> documents) {
    this.program = program;
    this.documents = documents;
    this.written = new Merged(program);
    this.compiled = new CompiledDelegates(program);
    for (TypeSymbol type : program.sourceTypes()) {
      if (type.kind() == TypeDecl.Kind.CLASS && !type.isAbstract()) {
        type(type);
      }
    }
  }

  /** Annotations that a type has beside those that are written. */
  List<AnnotationSymbol> of(TypeSymbol type) {
    return types.getOrDefault(type.name(), List.of());
  }

  /** What the generated declaration of the method says; null if there is none or it can be read. */
  @Nullable Generated of(MethodSymbol method) {
    return methods.get(method);
  }

  private void type(TypeSymbol type) {
    for (String supertype : program.supertypes(type.name())) {
      String simple = Names.simple(supertype);
      if (!ApiName.fits(simple)) {
        continue;
      }
      ApiName api = ApiName.of(simple);
      TypeSymbol known = program.type(supertype);
      if (known != null && api.delegate()) {
        methods.putAll(compiled.methods(type, known));
        add(type, compiled.annotations(known));
      } else if (known == null && (api.delegate() || isController(type))) {
        missing(type, api);
      }
    }
  }

  private boolean isController(TypeSymbol type) {
    return written.onType(type, Names.CONTROLLER) != null
        || written.onType(type, Names.REST_CONTROLLER) != null;
  }

  private void missing(TypeSymbol type, ApiName api) {
    OpenApi best = null;
    Map<MethodSymbol, Operation> most = Map.of();
    for (OpenApi document : documents.get()) {
      Map<MethodSymbol, Operation> implemented = implemented(type, api, document);
      if (implemented.size() > most.size()) {
        best = document;
        most = implemented;
      }
    }
    if (best != null) {
      most.forEach(
          (method, operation) -> methods.put(method, OperationAnnotations.of(operation, method)));
      add(type, api.delegate() ? onController(best) : List.of(annotation(Names.VALIDATED)));
    }
  }

  private void add(TypeSymbol type, List<AnnotationSymbol> annotations) {
    types.computeIfAbsent(type.name(), name -> new ArrayList<>()).addAll(annotations);
  }

  /** The class that calls a delegate; see {@code apiController.mustache}. */
  private static List<AnnotationSymbol> onController(OpenApi document) {
    String path = "${openapi." + title(document) + ".base-path:" + document.basePath() + "}";
    return List.of(
        annotation(Names.REST_CONTROLLER),
        annotation(Names.VALIDATED),
        OperationAnnotations.annotation(Names.REQUEST_MAPPING, Map.of("value", path)));
  }

  /** As {@code SpringCodegen.preprocessOpenAPI} makes it; keys of properties ignore case. */
  private static String title(OpenApi document) {
    String title = ApiName.key(document.title());
    return title.endsWith("api") ? title.substring(0, title.length() - 3) : title;
  }

  private static AnnotationSymbol annotation(String type) {
    return OperationAnnotations.annotation(type, Map.of());
  }

  /** The operations of the interface that the type implements. */
  private Map<MethodSymbol, Operation> implemented(TypeSymbol type, ApiName api, OpenApi document) {
    List<Operation> own = document.operations().stream().filter(api::holds).toList();
    List<Operation> candidates = own.isEmpty() && api.usual() ? document.operations() : own;
    Map<MethodSymbol, Operation> implemented = new LinkedHashMap<>();
    for (MethodSymbol method : program.allMethods(type)) {
      if (method.hasBody() && !method.isStatic() && !isMapped(method)) {
        candidates.stream()
            .filter(operation -> implementsIt(method, operation))
            .findFirst()
            .ifPresent(operation -> implemented.put(method, operation));
      }
    }
    return implemented;
  }

  private boolean isMapped(MethodSymbol method) {
    return written.onMethod(method, Names.REQUEST_MAPPING) != null;
  }

  private static boolean implementsIt(MethodSymbol method, Operation operation) {
    long parameters =
        method.parameterTypes().stream().filter(t -> !OperationAnnotations.isAdded(t)).count();
    boolean fits =
        parameters == operation.parameters().size()
            || method.annotation("java.lang.Override") != null;
    return fits && ApiName.key(operation.id()).equals(ApiName.key(method.name()));
  }
}
