package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.unit.Parameter;
import java.util.List;

/**
 * Parameters with Lombok's {@code @NonNull}: the method begins with a check that throws.
 *
 * @see <a href="https://projectlombok.org/features/NonNull">Lombok's NonNull</a>
 */
final class NonNulls {
  private static final String ANNOTATION = "lombok.NonNull";

  private NonNulls() {}

  /** Evaluates the checks. */
  static void check(
      MethodSymbol method, List<Parameter> parameters, Frame frame, Dereferences dereferences) {
    for (int i = 0; i < parameters.size(); i++) {
      Value value = frame.get(frame.body().variable(parameters.get(i)), Value.UNKNOWN);
      if (value.mayBeAbsent() && isDemanded(method, i)) {
        dereferences.demand(value, parameters.get(i).position());
        frame.begin(frame.body().variable(parameters.get(i)), value.present());
      }
    }
  }

  private static boolean isDemanded(MethodSymbol method, int index) {
    return method.parameterAnnotations(index).stream()
        .anyMatch(annotation -> annotation.type().equals(ANNOTATION));
  }
}
