package io.github.errorhygiene.escape;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the pure methods of {@code String} return for constants: paths are put together by them. */
final class ConstantText {
  private ConstantText() {}

  /** The result; null if something is not constant, or the method is none of these. */
  static @Nullable Value result(LibraryCall call) {
    boolean ofText = call.owner().equals("java.lang.String") && call.arguments().size() < 2;
    if (!ofText || !(call.receiver().constant() instanceof String text)) {
      return null;
    }
    List<Value> arguments = call.arguments();
    Object result =
        arguments.isEmpty()
            ? of(text, call.name())
            : of(text, call.name(), arguments.get(0).constant());
    return result == null ? null : Value.constant(result);
  }

  private static @Nullable Object of(String text, String method) {
    return switch (method) {
      case "isEmpty" -> text.isEmpty();
      case "isBlank" -> text.isBlank();
      case "length" -> text.length();
      case "trim" -> text.trim();
      case "strip" -> text.strip();
      case "toLowerCase" -> text.toLowerCase(Locale.ROOT);
      case "toUpperCase" -> text.toUpperCase(Locale.ROOT);
      default -> null;
    };
  }

  private static @Nullable Object of(String text, String method, @Nullable Object argument) {
    if (argument instanceof Integer index) {
      boolean within = method.equals("substring") && index >= 0 && index <= text.length();
      return within ? text.substring(index) : null;
    }
    return argument instanceof String other ? of(text, method, other) : null;
  }

  private static @Nullable Object of(String text, String method, String other) {
    return switch (method) {
      case "startsWith" -> text.startsWith(other);
      case "endsWith" -> text.endsWith(other);
      case "contains" -> text.contains(other);
      case "equals" -> text.equals(other);
      case "concat" -> text.concat(other);
      default -> null;
    };
  }
}
