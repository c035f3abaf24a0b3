package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Delegates ({@code OwnersApiDelegate}) whose generated interface and controller ({@code
 * OwnersApi}, {@code OwnersApiController}) are class files: the controller's calls cannot be read,
 * so its delegate stands in for it.
 */
final class CompiledDelegates {
  private static final String SUFFIX = "Delegate";

  private final Program program;

  CompiledDelegates(Program program) {
    this.program = program;
  }

  /** What the interface says of the delegate's methods; empty if the controller can be read. */
  Map<MethodSymbol, Generated> methods(TypeSymbol type, TypeSymbol delegate) {
    TypeSymbol api = api(delegate);
    Map<MethodSymbol, Generated> methods = new LinkedHashMap<>();
    if (api == null) {
      return methods;
    }
    for (MethodSymbol method : program.allMethods(type)) {
      for (MethodSymbol declared : api.methods()) {
        if (isSame(method, declared) && !declared.annotations().isEmpty()) {
          methods.put(method, generated(declared));
        }
      }
    }
    return methods;
  }

  /** What the controller says of itself. */
  List<AnnotationSymbol> annotations(TypeSymbol delegate) {
    TypeSymbol api = api(delegate);
    TypeSymbol controller = api == null ? null : program.type(api.name() + "Controller");
    List<AnnotationSymbol> annotations = new ArrayList<>();
    if (api != null && controller != null) {
      annotations.add(OperationAnnotations.annotation(Names.REST_CONTROLLER, Map.of()));
      annotations.addAll(controller.annotations());
      annotations.addAll(api.annotations());
    }
    return annotations;
  }

  private @Nullable TypeSymbol api(TypeSymbol delegate) {
    String name = delegate.name().substring(0, delegate.name().length() - SUFFIX.length());
    TypeSymbol api = program.type(name);
    TypeSymbol controller = program.type(name + "Controller");
    return api == null || controller == null || controller.isSource() ? null : api;
  }

  private static boolean isSame(MethodSymbol one, MethodSymbol other) {
    return one.name().equals(other.name())
        && one.parameterTypes().size() == other.parameterTypes().size();
  }

  private static Generated generated(MethodSymbol declared) {
    List<List<AnnotationSymbol>> parameters = new ArrayList<>();
    for (int i = 0; i < declared.parameterTypes().size(); i++) {
      parameters.add(declared.parameterAnnotations(i));
    }
    return new Generated(declared.annotations(), parameters);
  }
}
