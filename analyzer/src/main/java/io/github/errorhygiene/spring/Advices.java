package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.spring.Advice.Mapping;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The application's exception handlers, in the order in which they are asked
 * (ExceptionHandlerExceptionResolver).
 */
final class Advices {
  private static final int LOWEST = Integer.MAX_VALUE;

  private final Project project;
  private final Program program;
  private final Merged merged;
  private final Libraries libraries;
  private final AdviceScopes scopes;
  private final String priority;
  private final List<Advice> advices;
  private final Map<String, Advice> local = new TreeMap<>();

  /**
   * The advices of the program.
   *
   * @param version says which of the two {@code @Priority} Spring's {@code OrderUtils} looks for
   * @param problemDetails the base class of the advice that Boot adds, if the program has none of
   *     that kind; empty if it adds none
   */
  Advices(
      Project project,
      Merged merged,
      Libraries libraries,
      SpringVersion version,
      String problemDetails) {
    this.project = project;
    this.priority = version.namespace() + ".annotation.Priority";
    this.program = project.program();
    this.merged = merged;
    this.libraries = libraries;
    this.scopes = new AdviceScopes(program, merged);
    this.advices = find(problemDetails);
  }

  private List<Advice> find(String problemDetails) {
    List<Advice> found = new ArrayList<>();
    for (TypeSymbol type : project.sourceTypes()) {
      AnnotationSymbol annotation = scopes.annotation(type);
      if (annotation != null) {
        found.add(advice(type, annotation));
      }
    }
    TypeSymbol ofBoot = problemDetails.isEmpty() ? null : program.type(problemDetails);
    boolean own = found.stream().anyMatch(advice -> isA(advice.type(), problemDetails));
    if (ofBoot != null && !own) {
      found.add(new Advice(ofBoot, 0, List.of(), false, true));
    }
    found.sort(
        Comparator.comparingInt(Advice::order).thenComparing(advice -> advice.type().name()));
    found.addAll(libraries.advices());
    return found;
  }

  private boolean isA(TypeSymbol type, String base) {
    return program.isSubtype(type.name(), base) == Certainty.YES;
  }

  private Advice advice(TypeSymbol type, AnnotationSymbol annotation) {
    boolean body =
        merged.onType(type, Names.REST_CONTROLLER_ADVICE) != null
            || merged.onType(type, Names.RESPONSE_BODY) != null;
    return new Advice(
        type, order(type), mappings(type), AdviceScopes.isSelective(annotation), body);
  }

  private List<Mapping> mappings(TypeSymbol type) {
    List<Mapping> mappings = new ArrayList<>();
    for (MethodSymbol method : program.allMethods(type)) {
      AnnotationSymbol annotation = merged.onMethod(method, Names.EXCEPTION_HANDLER);
      if (annotation != null && method.hasBody()) {
        exceptions(annotation, method).forEach(name -> mappings.add(new Mapping(name, method)));
      }
    }
    mappings.addAll(libraries.mappings(type));
    return mappings;
  }

  /** The types named by the annotation, else those of the parameters. */
  private List<String> exceptions(AnnotationSymbol annotation, MethodSymbol method) {
    List<Type> named = new ArrayList<>(annotation.types("value"));
    named.addAll(annotation.types("exception"));
    if (named.isEmpty()) {
      method.parameterTypes().stream().filter(this::isThrowable).forEach(named::add);
    }
    return named.stream().map(Type::erasure).toList();
  }

  boolean isThrowable(Type type) {
    return program.isSubtype(type.erasure(), "java.lang.Throwable") == Certainty.YES;
  }

  private int order(TypeSymbol type) {
    AnnotationSymbol order = merged.onType(type, "org.springframework.core.annotation.Order");
    if (order == null) {
      order = merged.onType(type, priority);
    }
    if (order == null) {
      return ordered(type);
    }
    Object value = order.value("value");
    return value instanceof Integer number ? number : LOWEST;
  }

  /** {@code Ordered.getOrder()} that returns a constant. */
  private int ordered(TypeSymbol type) {
    for (MethodSymbol method : program.allMethods(type)) {
      if (method.name().equals("getOrder")
          && method.parameterTypes().isEmpty()
          && method.hasBody()) {
        return constant(method);
      }
    }
    return LOWEST;
  }

  private int constant(MethodSymbol method) {
    MethodDecl declaration = method.declaration();
    Stmt.@Nullable Block body = declaration == null ? null : declaration.body();
    for (Stmt statement : body == null ? List.<Stmt>of() : body.statements()) {
      if (statement instanceof Stmt.Return result && result.value() != null) {
        return constant(result.value(), method);
      }
    }
    return LOWEST;
  }

  private int constant(Expr expr, MethodSymbol method) {
    if (expr instanceof Expr.Literal literal && literal.value() instanceof Integer number) {
      return number;
    }
    boolean highest =
        program.body(method).symbolOf(expr) instanceof FieldSymbol field
            && field.name().equals("HIGHEST_PRECEDENCE");
    return highest ? Integer.MIN_VALUE : LOWEST;
  }

  /**
   * Those that are asked for an exception of that controller, in order; for none those without
   * selectors.
   */
  List<Advice> applicable(@Nullable TypeSymbol controller) {
    List<Advice> applicable = new ArrayList<>();
    if (controller != null) {
      applicable.add(local(controller));
    }
    advices.stream().filter(advice -> applies(advice, controller)).forEach(applicable::add);
    return applicable;
  }

  /** The handlers of a controller for itself. */
  Advice local(TypeSymbol controller) {
    return local.computeIfAbsent(controller.name(), name -> ofController(controller));
  }

  /** Advices in the order in which they are asked. */
  List<Advice> all() {
    return advices;
  }

  private Advice ofController(TypeSymbol controller) {
    boolean body =
        merged.onType(controller, Names.RESPONSE_BODY) != null
            || merged.onType(controller, Names.REST_CONTROLLER) != null;
    return new Advice(controller, Integer.MIN_VALUE, mappings(controller), true, body);
  }

  private boolean applies(Advice advice, @Nullable TypeSymbol controller) {
    if (!advice.selective()) {
      return true;
    }
    AnnotationSymbol annotation = scopes.annotation(advice.type());
    return controller != null
        && (annotation == null
            ? isForAnnotated(advice, controller)
            : scopes.isFor(annotation, controller));
  }

  /** Whether a library's own advice is for such controllers. */
  private boolean isForAnnotated(Advice advice, TypeSymbol controller) {
    return advice.mappings().stream()
        .map(Mapping::library)
        .anyMatch(
            of -> of != null && merged.onType(controller, of.library().controllers()) != null);
  }

  /**
   * The method of an advice for an exception type: least distance (ExceptionHandlerMethodResolver);
   * null if none.
   */
  @Nullable Mapping closest(Advice advice, String exception) {
    List<String> supertypes = program.supertypes(exception);
    Mapping best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (Mapping mapping : advice.mappings()) {
      int distance = supertypes.indexOf(mapping.exception());
      boolean handles = distance == 0 || (distance > 0 && !mapping.isExact());
      if (handles && distance < bestDistance) {
        best = mapping;
        bestDistance = distance;
      }
    }
    return best;
  }
}
