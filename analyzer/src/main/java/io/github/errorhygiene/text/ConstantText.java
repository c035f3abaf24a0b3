package io.github.errorhygiene.text;

import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import org.jspecify.annotations.Nullable;

/** What tests of constant texts say: paths are put together by them. */
public final class ConstantText {
  private ConstantText() {}

  /** The result; null if something is not constant, or the method is none of these. */
  public static @Nullable Value result(LibraryCall call) {
    boolean ofText = call.owner().equals("java.lang.String");
    if (!ofText || !(call.receiver().constant() instanceof String text)) {
      return null;
    }
    Object argument = call.arguments().size() == 1 ? call.argument(0).constant() : null;
    Boolean result =
        argument instanceof String other
            ? tested(text, call.name(), other)
            : call.arguments().isEmpty() ? tested(text, call.name()) : null;
    return result == null ? null : Value.constant(result);
  }

  private static @Nullable Boolean tested(String text, String method) {
    return switch (method) {
      case "isEmpty" -> text.isEmpty();
      case "isBlank" -> text.isBlank();
      default -> null;
    };
  }

  private static @Nullable Boolean tested(String text, String method, String other) {
    return switch (method) {
      case "startsWith" -> text.startsWith(other);
      case "endsWith" -> text.endsWith(other);
      case "contains" -> text.contains(other);
      case "equals" -> text.equals(other);
      default -> null;
    };
  }
}
