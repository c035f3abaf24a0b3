package io.github.errorhygiene.escape;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Escape.Source;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.escape.OpenCalls.OpenCall;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checked exceptions that a method of the sources declares and nothing that is known in it throws:
 * where it also calls methods of a library that cannot be read, the compiler knows one that does.
 */
final class OpenThrows {
  /** What methods declare whose author does not want to say. */
  private static final Set<String> VAGUE = Set.of("java.lang.Exception", "java.lang.Throwable");

  private static final Pattern PEER = Pattern.compile(".*(Client|Gateway|Connection)");

  private static final Pattern ACCESSOR =
      Pattern.compile("(get|set|is|has|with|add|of|builder|build|size|name|value|id)([A-Z].*)?");

  private final Engine engine;
  private final Frame frame;

  OpenThrows(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
  }

  /** Raises them; to be called when the body has been evaluated. */
  void raise(MethodSymbol method) {
    if (frame.openCalls().all().isEmpty()) {
      return;
    }
    for (Type type : method.thrown()) {
      Expr.@Nullable Call call = type instanceof Type.Declared ? suspect(type.erasure()) : null;
      if (call != null && isOpen(type.erasure())) {
        raise(type.erasure(), call);
      }
    }
  }

  private boolean isOpen(String type) {
    return !VAGUE.contains(type)
        && isChecked(type)
        && frame.thrown().keySet().stream().noneMatch(known -> isSubtype(known.type(), type))
        && frame.body().called().stream()
            .flatMap(called -> called.thrown().stream())
            .noneMatch(declared -> isRelated(declared.erasure(), type));
  }

  private boolean isChecked(String type) {
    return engine.exceptions().isChecked(type);
  }

  private boolean isRelated(String one, String other) {
    return isSubtype(one, other) || isSubtype(other, one);
  }

  private boolean isSubtype(String one, String other) {
    return engine.program().isSubtype(one, other) != Certainty.NO;
  }

  /** A call on something that the object was given, else the last that does more than read. */
  private Expr.@Nullable Call suspect(String type) {
    Expr.@Nullable Call last = null;
    Expr.@Nullable Call onField = null;
    for (OpenCall open : frame.openCalls().all()) {
      Expr.Call call = open.call();
      boolean caught = open.caught().stream().anyMatch(each -> isSubtype(type, each.erasure()));
      if (!caught && !ACCESSOR.matcher(call.name()).matches()) {
        last = call;
        onField = isOnField(call) ? call : onField;
      }
    }
    return onField == null ? last : onField;
  }

  private boolean isOnField(Expr.Call call) {
    return call.receiver() != null && frame.body().symbolOf(call.receiver()) instanceof FieldSymbol;
  }

  private void raise(String type, Expr.Call call) {
    Site here = frame.site(call.position());
    boolean peer =
        call.receiver() != null
            && PEER.matcher(frame.body().typeOf(call.receiver()).erasure()).matches();
    Escape escape =
        new Escape(
            type,
            here,
            Source.DECLARED,
            call.name(),
            peer ? Cause.UPSTREAM : Cause.UNKNOWN,
            false,
            false,
            null,
            Map.of(),
            null);
    frame.raiseAgain(escape, new Via(here, null, null));
  }
}
