package io.github.errorhygiene.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that carries annotations. */
public interface Annotated {
  List<AnnotationSymbol> annotations();

  /** The annotation of that type (fully qualified), or null. Meta-annotations are not searched. */
  default @Nullable AnnotationSymbol annotation(String type) {
    for (AnnotationSymbol annotation : annotations()) {
      if (annotation.type().equals(type)) {
        return annotation;
      }
    }
    return null;
  }
}
