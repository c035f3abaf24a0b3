package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Spring checks of the parameters of handlers, and of what they return. */
final class Constrained {
  private static final String WEB = "org.springframework.web.";
  private static final String REFUSED = WEB + "method.annotation.HandlerMethodValidationException";
  private static final Set<String> SIMPLE =
      Set.of("PathVariable", "RequestParam", "RequestHeader", "CookieValue");
  private static final Set<String> BODIES = Set.of("RequestBody", "RequestPart");

  /** The status of what is refused of a returned value: it is the service's fault. */
  private static final int RETURNED = 500;

  private final Merged merged;
  private final SpringVersion version;

  Constrained(Merged merged, SpringVersion version) {
    this.merged = merged;
    this.version = version;
  }

  /** What is thrown if the parameter is not as it has to be; empty if nothing is demanded. */
  Set<String> ofParameter(TypeSymbol controller, MethodSymbol method, int index) {
    Set<String> thrown = new LinkedHashSet<>();
    List<AnnotationSymbol> annotations = merged.onParameter(method, index);
    boolean cascades =
        annotations.stream()
            .anyMatch(
                a -> a.type().equals(Names.VALIDATED) || a.type().endsWith("validation.Valid"));
    boolean constrained =
        annotations.stream()
            .filter(Constrained::isConstraint)
            .anyMatch(a -> !Names.simple(a.type()).equals("NotNull") || !isGiven(annotations));
    if (cascades && !collectsErrors(method, index) && !isSimple(annotations)) {
      thrown.add(invalid(annotations));
    }
    String violated = violated(controller);
    if (constrained && !violated.isEmpty()) {
      thrown.add(violated);
    }
    return thrown;
  }

  /**
   * What is thrown if the returned value is not as it has to be; null if nothing is demanded.
   * {@code @NotNull} mostly says that it is not.
   */
  @Nullable Escape ofReturned(TypeSymbol controller, MethodSymbol method) {
    boolean constrained =
        !method.returnType().erasure().equals("void")
            && merged.declarations(method).stream()
                .map(Annotated::annotations)
                .flatMap(List::stream)
                .anyMatch(a -> isConstraint(a) && !Names.simple(a.type()).equals("NotNull"));
    String violated = constrained ? violated(controller) : "";
    int status = violated.equals(REFUSED) ? RETURNED : 0;
    return violated.isEmpty() ? null : Escape.ofFramework(violated, FailureMode.UNEXPECTED, status);
  }

  private static boolean isConstraint(AnnotationSymbol annotation) {
    return annotation.type().contains(".validation.constraints.");
  }

  /** By a proxy, if there is one; empty if nobody looks. */
  private String violated(TypeSymbol controller) {
    if (merged.onType(controller, Names.VALIDATED) != null) {
      return version.namespace() + ".validation.ConstraintViolationException";
    }
    return version.isAtLeast(6, 1) ? REFUSED : "";
  }

  /** The framework refuses requests without it, or something stands in for it. */
  private static boolean isGiven(List<AnnotationSymbol> annotations) {
    return annotations.stream()
        .filter(a -> a.type().startsWith(Names.WEB))
        .anyMatch(
            a -> !Boolean.FALSE.equals(a.value("required")) || a.value("defaultValue") != null);
  }

  /** Until Spring 6 form data was told from bodies. */
  private String invalid(List<AnnotationSymbol> annotations) {
    boolean body =
        annotations.stream()
            .anyMatch(a -> BODIES.contains(Names.simple(a.type())) && a.type().startsWith(WEB));
    return body || version.hasProblemDetail()
        ? WEB + "bind.MethodArgumentNotValidException"
        : "org.springframework.validation.BindException";
  }

  private static boolean isSimple(List<AnnotationSymbol> annotations) {
    return annotations.stream().anyMatch(a -> SIMPLE.contains(Names.simple(a.type())));
  }

  /** The next parameter takes the errors, so nothing is thrown. */
  private static boolean collectsErrors(MethodSymbol method, int index) {
    if (index + 1 >= method.parameterTypes().size()) {
      return false;
    }
    String next = method.parameterTypes().get(index + 1).erasure();
    return next.equals("org.springframework.validation.BindingResult")
        || next.equals("org.springframework.validation.Errors");
  }
}
