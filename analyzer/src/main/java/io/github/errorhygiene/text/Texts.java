package io.github.errorhygiene.text;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Methods of {@code String} whose result is known when what they are given is. */
public final class Texts {
  private static final int LONGEST = 500;

  /** Of a text that the program knows: who asks for it has found that text before. */
  private static final Dependence LENGTH = Dependence.CONSTANT.with(Trait.CHECKED);

  private Texts() {}

  /** What a call gives; null if it is not of such a method, or something is not known. */
  public static @Nullable Value result(LibraryCall call) {
    if (joinsOne(call)) {
      return call.argument(0);
    }
    if (!call.owner().equals("java.lang.String")) {
      return null;
    }
    if (call.name().equals("length") && call.receiver().constant() instanceof String known) {
      return Value.constant(known.length()).withData(LENGTH);
    }
    List<Object> given = new ArrayList<>();
    for (Value argument : call.arguments()) {
      Object constant = argument.isNull() ? null : argument.constant();
      if (constant == null) {
        return null;
      }
      given.add(constant);
    }
    String text = text(call, given);
    return text == null || text.length() > LONGEST ? null : Value.constant(text);
  }

  /** Commons Lang's {@code StringUtils.join} of what has one element: that is the text. */
  private static boolean joinsOne(LibraryCall call) {
    return call.name().equals("join")
        && call.owner().endsWith(".StringUtils")
        && call.argumentTypes().get(0).erasure().endsWith("[]")
        && call.argument(0).constant() instanceof String;
  }

  private static @Nullable String text(LibraryCall call, List<Object> given) {
    if (call.name().equals("join") && given.size() > 1) {
      return given.stream()
          .skip(1)
          .map(String::valueOf)
          .collect(Collectors.joining(String.valueOf(given.get(0))));
    }
    if (call.name().equals("format") && !given.isEmpty()) {
      return formatted(String.valueOf(given.get(0)), given.subList(1, given.size()));
    }
    if (!(call.receiver().constant() instanceof String receiver)) {
      return null;
    }
    return switch (call.name()) {
      case "formatted" -> formatted(receiver, given);
      case "concat" -> given.size() == 1 ? receiver + given.get(0) : null;
      case "trim", "strip" -> receiver.strip();
      case "toLowerCase" -> receiver.toLowerCase(Locale.ROOT);
      case "toUpperCase" -> receiver.toUpperCase(Locale.ROOT);
      case "replace" ->
          given.size() == 2
              ? receiver.replace(String.valueOf(given.get(0)), String.valueOf(given.get(1)))
              : null;
      default -> null;
    };
  }

  /** Null if the format is wrong, which is another matter. */
  private static @Nullable String formatted(String format, List<Object> given) {
    try {
      return String.format(Locale.ROOT, format, given.toArray());
    } catch (IllegalFormatException e) {
      return null;
    }
  }
}
