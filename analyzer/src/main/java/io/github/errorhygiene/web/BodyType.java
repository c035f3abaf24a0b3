package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Type;
import java.util.List;

/** What the static types of the calls that make an answer tell of its body. */
final class BodyType {
  /** Types that stand for what they hold, by their first argument. */
  private static final List<String> HOLDERS =
      List.of(
          "java.util.Optional",
          "org.springframework.web.reactive.function.BodyInserter",
          "reactor.core.publisher.Mono");

  private BodyType() {}

  /** The type of an argument that is the body; empty if it tells nothing. */
  static String of(List<Type> argumentTypes, int index) {
    return index < argumentTypes.size() ? name(argumentTypes.get(index)) : "";
  }

  private static String name(Type type) {
    if (!(type instanceof Type.Declared declared)) {
      return "";
    }
    if (HOLDERS.contains(declared.name())) {
      return declared.arguments().isEmpty() ? "" : name(declared.arguments().get(0));
    }
    return declared.name().equals("java.lang.Object") ? "" : declared.name();
  }

  /** The type that an answer was declared with, or else that it was made with. */
  static String declared(String declared, Value answer) {
    boolean silent = declared.isEmpty() || declared.equals("java.lang.Object");
    return silent && answer.field(AnswerModel.BODY_TYPE).constant() instanceof String made
        ? made
        : declared;
  }
}
