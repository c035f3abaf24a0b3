package io.github.errorhygiene.proxy;

import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.proxy.ContainerProxies.Placed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Interceptors that an annotation binds to methods: CDI's (Jakarta Interceptors 2.1 section 3) and
 * Micronaut's ({@code io.micronaut.aop.MethodInterceptor}).
 */
final class Interceptors {
  private static final List<String> NAMESPACES =
      List.of("jakarta.interceptor.", "javax.interceptor.");
  private static final String MICRONAUT = "io.micronaut.aop.";
  private static final int ORDER = 500;

  private final Program program;
  private final Found found;
  private @Nullable Map<Around.Advice, Set<String>> bindings;

  Interceptors(Program program, Found found) {
    this.program = program;
    this.found = found;
  }

  List<Placed> around(TypeSymbol type, MethodSymbol method) {
    List<Placed> around = new ArrayList<>();
    bindings()
        .forEach(
            (advice, annotations) -> {
              boolean bound =
                  annotations.stream()
                      .anyMatch(
                          name ->
                              found.onMethod(method, name) != null
                                  || found.onType(type, name) != null);
              if (bound || isNamed(advice.type(), type, method)) {
                around.add(new Placed(ORDER, advice));
              }
            });
    return around;
  }

  /** {@code @Interceptors(X.class)}. */
  private boolean isNamed(TypeSymbol interceptor, TypeSymbol type, MethodSymbol method) {
    return NAMESPACES.stream()
        .map(namespace -> namespace + "Interceptors")
        .flatMap(name -> Stream.of(found.onMethod(method, name), found.onType(type, name)))
        .filter(annotation -> annotation != null)
        .flatMap(annotation -> annotation.types("value").stream())
        .anyMatch(named -> named.erasure().equals(interceptor.name()));
  }

  private Map<Around.Advice, Set<String>> bindings() {
    Map<Around.Advice, Set<String>> known = bindings;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (TypeSymbol type : program.sourceTypes()) {
        Around.Advice advice = type.isAbstract() ? null : advice(type);
        if (advice != null) {
          known.put(advice, annotations(type));
        }
      }
      bindings = known;
    }
    return known;
  }

  private Around.@Nullable Advice advice(TypeSymbol type) {
    boolean micronaut = program.supertypes(type.name()).contains(MICRONAUT + "MethodInterceptor");
    boolean cdi =
        NAMESPACES.stream()
            .anyMatch(namespace -> type.annotation(namespace + "Interceptor") != null);
    if (!micronaut && !cdi) {
      return null;
    }
    for (MethodSymbol method : program.allMethods(type)) {
      boolean intercepts =
          micronaut
              ? method.name().equals("intercept")
              : NAMESPACES.stream().anyMatch(n -> method.annotation(n + "AroundInvoke") != null);
      if (intercepts && method.hasBody() && method.parameterTypes().size() == 1) {
        return new Around.Advice(Around.When.AROUND, type, method, "");
      }
    }
    return null;
  }

  private Set<String> annotations(TypeSymbol interceptor) {
    Set<String> names = new TreeSet<>();
    for (AnnotationSymbol annotation : interceptor.annotations()) {
      TypeSymbol declared = program.type(annotation.type());
      boolean binding =
          declared != null
              && NAMESPACES.stream()
                  .anyMatch(n -> declared.annotation(n + "InterceptorBinding") != null);
      if (binding) {
        names.add(annotation.type());
      }
      if (annotation.type().startsWith(MICRONAUT)) {
        annotation.types("value").stream().map(Type::erasure).forEach(names::add);
      }
    }
    names.addAll(thatName(interceptor));
    return names;
  }

  /** Micronaut: the annotation names the interceptor, {@code @Around @Type(X.class)}. */
  private Set<String> thatName(TypeSymbol interceptor) {
    Set<String> names = new TreeSet<>();
    for (TypeSymbol type : program.sourceTypes()) {
      AnnotationSymbol named = type.annotation("io.micronaut.context.annotation.Type");
      if (named != null
          && named.types("value").stream().anyMatch(t -> t.erasure().equals(interceptor.name()))) {
        names.add(type.name());
      }
    }
    return names;
  }
}
