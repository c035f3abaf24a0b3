package io.github.errorhygiene.spring;

import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Nodes;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler.Step;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The project's own resolvers of handlers' arguments: what they throw is resolved like what
 * handlers throw (InvocableHandlerMethod.getMethodArgumentValues).
 */
final class ArgumentResolvers {
  private static final List<String> INTERFACES =
      List.of(
          "org.springframework.web.method.support.HandlerMethodArgumentResolver",
          "org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver");

  private final Program program;
  private final Merged merged;
  private final List<Resolver> resolvers = new ArrayList<>();

  /**
   * A resolver.
   *
   * @param annotations of which a parameter has one, unless this is empty
   * @param types of which a parameter has one, or one below, unless this is empty
   */
  private record Resolver(Step step, Set<String> annotations, Set<String> types) {}

  ArgumentResolvers(Project project, Merged merged) {
    this.program = project.program();
    this.merged = merged;
    for (String type : INTERFACES) {
      project.sourceSubtypes(type).stream()
          .filter(each -> each.kind() != TypeDecl.Kind.INTERFACE && !each.isAbstract())
          .forEach(this::add);
    }
  }

  private void add(TypeSymbol type) {
    MethodSymbol supports = method(type, "supportsParameter");
    MethodSymbol resolve = method(type, "resolveArgument");
    if (supports == null || resolve == null) {
      return;
    }
    Set<String> annotations = new TreeSet<>();
    Set<String> types = new TreeSet<>();
    for (String named : named(supports)) {
      (isAnnotation(named) ? annotations : types).add(named);
    }
    if (!annotations.isEmpty() || !types.isEmpty()) {
      List<Value> arguments = Collections.nCopies(resolve.parameterTypes().size(), Value.GIVEN);
      resolvers.add(new Resolver(new Step(Code.of(type, resolve), arguments), annotations, types));
    }
  }

  private @Nullable MethodSymbol method(TypeSymbol type, String name) {
    return program.allMethods(type).stream()
        .filter(each -> each.name().equals(name) && each.hasBody())
        .findFirst()
        .orElse(null);
  }

  /** The {@code X} of each {@code X.class} in a method. */
  private Set<String> named(MethodSymbol method) {
    MethodDecl declaration = method.declaration();
    Set<String> named = new TreeSet<>();
    if (declaration == null || declaration.body() == null) {
      return named;
    }
    Body body = program.body(method);
    Nodes.visit(
        declaration.body(),
        node -> {
          if (node instanceof Expr.ClassLiteral literal
              && body.typeOf(literal) instanceof Type.Declared type) {
            type.arguments().forEach(argument -> named.add(argument.erasure()));
          }
        });
    return named;
  }

  private boolean isAnnotation(String name) {
    TypeSymbol type = program.type(name);
    return type != null && type.kind() == TypeDecl.Kind.ANNOTATION;
  }

  /** What gives a parameter its value, if it is one of these; as far as classes tell. */
  Optional<Step> of(MethodSymbol method, int index) {
    return resolvers.stream()
        .filter(resolver -> supports(resolver, method, index))
        .map(Resolver::step)
        .findFirst();
  }

  private boolean supports(Resolver resolver, MethodSymbol method, int index) {
    String type = method.parameterTypes().get(index).erasure();
    boolean annotated =
        resolver.annotations().isEmpty()
            || merged.onParameter(method, index).stream()
                .anyMatch(each -> resolver.annotations().contains(each.type()));
    boolean fits =
        resolver.types().isEmpty()
            || resolver.types().stream()
                .anyMatch(each -> program.isSubtype(type, each) == Certainty.YES);
    return annotated && fits;
  }
}
