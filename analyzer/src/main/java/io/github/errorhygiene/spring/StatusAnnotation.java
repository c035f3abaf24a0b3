package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.web.Statuses;
import org.jspecify.annotations.Nullable;

/** {@code @ResponseStatus}. */
final class StatusAnnotation {
  private StatusAnnotation() {}

  /** Its status, 500 if it names none; 0 without an annotation. */
  static int code(@Nullable AnnotationSymbol annotation) {
    if (annotation == null) {
      return 0;
    }
    for (String member : new String[] {"code", "value"}) {
      for (String constant : annotation.constants(member)) {
        int code = Statuses.named(constant);
        if (code > 0) {
          return code;
        }
      }
    }
    return 500;
  }
}
