package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler.Step;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What runs before each handler method of a controller: the {@code @ModelAttribute} methods
 * (ModelFactory.initModel), and, where something of the request is bound to a parameter, the
 * {@code @InitBinder} methods (InitBinderDataBinderFactory). Those of advices come first
 * (RequestMappingHandlerAdapter).
 */
final class Preparations {
  private static final String MODEL_ATTRIBUTE = Names.WEB + "ModelAttribute";
  private static final String INIT_BINDER = Names.WEB + "InitBinder";

  private final Program program;
  private final Merged merged;
  private final Parameters parameters;
  private final AdviceScopes scopes;
  private final List<TypeSymbol> advices;

  Preparations(Project project, Merged merged, Parameters parameters) {
    this.program = project.program();
    this.merged = merged;
    this.parameters = parameters;
    this.scopes = new AdviceScopes(program, merged);
    this.advices = scopes.types(project);
  }

  /** Those for a handler of the controller with these paths. */
  List<Step> of(TypeSymbol controller, MethodSymbol handler, List<String> paths) {
    List<TypeSymbol> owners = new ArrayList<>();
    for (TypeSymbol advice : advices) {
      AnnotationSymbol annotation = scopes.annotation(advice);
      if (annotation != null && scopes.isFor(annotation, controller)) {
        owners.add(advice);
      }
    }
    owners.add(controller);
    Set<String> bound = bound(handler);
    List<Step> models = new ArrayList<>();
    for (TypeSymbol owner : owners) {
      for (MethodSymbol method : program.allMethods(owner)) {
        if (method.hasBody() && prepares(method)) {
          models.add(step(owner, method, paths));
          bound.addAll(bound(method));
        }
      }
    }
    List<Step> binders = new ArrayList<>();
    for (TypeSymbol owner : owners) {
      for (MethodSymbol method : program.allMethods(owner)) {
        if (method.hasBody() && binds(method, bound)) {
          binders.add(step(owner, method, paths));
        }
      }
    }
    models.addAll(binders);
    return models;
  }

  private Step step(TypeSymbol owner, MethodSymbol method, List<String> paths) {
    return new Step(Code.of(owner, method), parameters.values(method, paths));
  }

  private boolean prepares(MethodSymbol method) {
    return merged.onMethod(method, MODEL_ATTRIBUTE) != null
        && merged.onMethod(method, Names.REQUEST_MAPPING) == null;
  }

  /** Whether it runs for one of these names; for all if it names none. */
  private boolean binds(MethodSymbol method, Set<String> bound) {
    AnnotationSymbol annotation = merged.onMethod(method, INIT_BINDER);
    if (annotation == null || bound.isEmpty()) {
      return false;
    }
    List<String> names = annotation.strings("value");
    return names.isEmpty() || names.stream().anyMatch(bound::contains);
  }

  /** The names under which parameters are bound: those they are given, or that of their type. */
  private Set<String> bound(MethodSymbol handler) {
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < handler.parameterTypes().size(); i++) {
      for (AnnotationSymbol annotation : merged.onParameter(handler, i)) {
        if (annotation.type().startsWith(Names.WEB)) {
          names.add(handler.parameterNames().get(i));
          names.add(variable(handler.parameterTypes().get(i)));
          names.addAll(annotation.strings("value"));
          names.addAll(annotation.strings("name"));
        }
      }
      if (parameters.isBoundByItself(handler, i)) {
        names.add(handler.parameterNames().get(i));
        names.add(variable(handler.parameterTypes().get(i)));
      }
    }
    return names;
  }

  /** As {@code Conventions.getVariableNameForParameter} has it. */
  private static String variable(Type type) {
    String simple = Names.simple(type.erasure().replace('$', '.'));
    return simple.isEmpty()
        ? simple
        : simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
  }
}
