package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.Annotated;
import io.github.errorhygiene.program.AnnotationSymbol;
import java.util.List;

/**
 * What the generated declaration of a method says that is not there to be read.
 *
 * @param annotations of the method
 * @param parameters annotations of each parameter, in order
 */
record Generated(List<AnnotationSymbol> annotations, List<List<AnnotationSymbol>> parameters)
    implements Annotated {
  Generated {
    annotations = List.copyOf(annotations);
    parameters = List.copyOf(parameters);
  }

  List<AnnotationSymbol> parameter(int index) {
    return index < parameters.size() ? parameters.get(index) : List.of();
  }
}
