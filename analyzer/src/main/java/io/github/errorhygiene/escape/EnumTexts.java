package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts that constants of enums say of themselves: {@code status.name()}, {@code status.getCode()}.
 * What looks constants up by such a text, {@code Status.fromCode(text)}, finds one.
 */
final class EnumTexts {
  private static final String TEXT = "java.lang.String";

  /** What give a constant's name, unless the enum says otherwise. */
  private static final Set<String> NAMING = Set.of("name", "toString");

  private static final String NAME = "name of a constant of ";

  private EnumTexts() {}

  /** The result of a call, known to name a constant if the call asks one for its text. */
  static Value said(
      Program program, Expr.Call call, @Nullable MethodSymbol method, Frame frame, Value result) {
    if (call.receiver() == null
        || !call.arguments().isEmpty()
        || method == null
        || method.isStatic()
        || !method.returnType().erasure().equals(TEXT)
        || !result.data().varies()) {
      return result;
    }
    String type = frame.body().typeOf(call.receiver()).erasure();
    if (!isEnum(program, type)) {
      return result;
    }
    boolean name = NAMING.contains(call.name()) && !method.owner().name().equals(type);
    Set<String> said = name ? Set.of(promise(type), NAME + type) : Set.of(promise(type));
    return result.withData(result.data().foundBy(said));
  }

  /** Whether the method looks a constant of an enum up by a text that one says of itself. */
  static boolean isLookup(Program program, MethodSymbol method, List<Value> arguments) {
    if (!method.isStatic() || arguments.size() != 1) {
      return false;
    }
    String type = method.owner().name();
    Set<String> found = arguments.get(0).data().found();
    return (found.contains(promise(type)) || isNamed(program, method, found))
        && isEnum(program, type)
        && gives(method.returnType(), type);
  }

  /** {@code Order.valueOf(direction.name())}, where each direction has an order of its name. */
  private static boolean isNamed(Program program, MethodSymbol method, Set<String> found) {
    return method.name().equals("valueOf")
        && found.stream()
            .filter(promise -> promise.startsWith(NAME))
            .map(promise -> constants(program, promise.substring(NAME.length())))
            .anyMatch(
                names ->
                    !names.isEmpty()
                        && constants(program, method.owner().name()).containsAll(names));
  }

  private static Set<String> constants(Program program, String type) {
    @Nullable TypeSymbol symbol = program.type(type);
    return symbol == null
        ? Set.of()
        : symbol.fields().stream()
            .filter(FieldSymbol::isEnumConstant)
            .map(FieldSymbol::name)
            .collect(Collectors.toSet());
  }

  private static boolean gives(Type returned, String type) {
    return returned.erasure().equals(type)
        || returned.arguments().stream().anyMatch(each -> each.erasure().equals(type));
  }

  private static boolean isEnum(Program program, String type) {
    @Nullable TypeSymbol symbol = program.type(type);
    return symbol != null && symbol.kind() == TypeDecl.Kind.ENUM;
  }

  private static String promise(String type) {
    return "constant of " + type;
  }
}
