package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Objects made of the request that the code itself validates: {@code order.validate()}, {@code
 * validateRequest(order)}. What such a method refuses, or answers that it would, is seldom followed
 * into each member, so nothing is claimed of what the client left out or wrote badly once it has
 * returned.
 */
final class Vetting {
  private static final Pattern NAME =
      Pattern.compile(
          "(validate|verify|check)(all|arguments|body|command|data|dto|fields|form|input|itself"
              + "|mandatory|mandatoryfields|params|parameters|payload|request|required"
              + "|requiredfields|self)?");

  /** Of methods that say what they have found, which their callers ask for. */
  private static final Pattern ANSWERING = Pattern.compile("(is)?valid(ate)?\\w*");

  private Vetting() {}

  /** Notes what a call that has returned was asked to validate. */
  static void note(State state, Expr.Call call, MethodSymbol method, Body body) {
    List<Expr> subjects = new ArrayList<>(call.arguments());
    if (call.receiver() != null && call.arguments().isEmpty()) {
      subjects.add(call.receiver());
    }
    for (Expr subject : subjects) {
      @Nullable Object key =
          validates(method, body.typeOf(subject)) ? Paths.key(subject, body) : null;
      @Nullable Value known = key == null ? null : state.get(key);
      if (key != null && known != null && known.data().has(Trait.INPUT)) {
        state.set(key, known.withData(known.data().without(Trait.INPUT).with(Trait.CHECKED)));
      }
    }
  }

  /** {@code validate}, {@code validateRequest}, or {@code validateOrder} of an {@code Order}. */
  private static boolean validates(MethodSymbol method, Type subject) {
    String name = method.name().toLowerCase(Locale.ROOT);
    if (!name.contains("valid") && !name.contains("verify") && !name.contains("check")) {
      return false;
    }
    String type = subject.erasure();
    String simple =
        type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1)
            .toLowerCase(Locale.ROOT);
    boolean answers = !method.returnType().erasure().equals("void");
    if (answers && !ANSWERING.matcher(name).matches()) {
      return false;
    }
    return NAME.matcher(name).matches()
        || name.startsWith("isvalid")
        || (simple.length() > 2 && NAME.matcher(name.replace(simple, "")).matches());
  }
}
