package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Handler.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code @ModelAttribute} methods that run before each handler method of a controller
 * (ModelFactory.initModel).
 */
final class Preparations {
  private static final String MODEL_ATTRIBUTE = Names.WEB + "ModelAttribute";

  private final Program program;
  private final Merged merged;
  private final Parameters parameters;

  Preparations(Program program, Merged merged, Parameters parameters) {
    this.program = program;
    this.merged = merged;
    this.parameters = parameters;
  }

  /** Those of the controller, for a handler with these paths. */
  List<Step> of(TypeSymbol controller, List<String> paths) {
    List<Step> steps = new ArrayList<>();
    for (MethodSymbol method : program.allMethods(controller)) {
      if (method.hasBody() && prepares(method)) {
        steps.add(new Step(Code.of(controller, method), parameters.values(method, paths)));
      }
    }
    return steps;
  }

  private boolean prepares(MethodSymbol method) {
    return merged.onMethod(method, MODEL_ATTRIBUTE) != null
        && merged.onMethod(method, Names.REQUEST_MAPPING) == null;
  }
}
