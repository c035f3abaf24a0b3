package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;

/**
 * Parameters of handlers that are objects of the project's own, made of parameters of the request:
 * what the client leaves out is null in them (ModelAttributeMethodProcessor).
 */
final class Forms {
  private static final String MODEL_ATTRIBUTE = Names.WEB + "ModelAttribute";
  private static final String SESSION_ATTRIBUTES = Names.WEB + "SessionAttributes";

  private final Program program;
  private final Merged merged;

  Forms(Program program, Merged merged) {
    this.program = program;
    this.merged = merged;
  }

  boolean isOne(MethodSymbol method, int index) {
    return isBound(method, index) && !isKept(method.owner());
  }

  /** Whether parameters are bound to it, whoever has made it. */
  boolean isBound(MethodSymbol method, int index) {
    return isMade(method.parameterTypes().get(index))
        && merged.onParameter(method, index).stream()
            .allMatch(
                each -> each.type().equals(MODEL_ATTRIBUTE) || BareParameters.saysNothing(each));
  }

  private boolean isMade(Type type) {
    TypeSymbol made = program.type(type.erasure());
    return made != null
        && made.isSource()
        && !made.isAbstract()
        && (made.kind() == TypeDecl.Kind.CLASS || made.kind() == TypeDecl.Kind.RECORD);
  }

  /** The controller may have put the object into the model before, or into the session. */
  private boolean isKept(TypeSymbol controller) {
    return merged.onType(controller, SESSION_ATTRIBUTES) != null
        || program.allMethods(controller).stream()
            .anyMatch(each -> merged.onMethod(each, MODEL_ATTRIBUTE) != null);
  }
}
