package io.github.errorhygiene.web;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.catalogue.NameRow;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.EnumConstant;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the place that throws an exception of the project says in its constructor: {@code new
 * ShopException(HttpStatus.NOT_FOUND)}, {@code new ShopException(ErrorCode.USER_NOT_FOUND)}. It
 * says what the author means, whether or not a boundary looks at it.
 */
final class Stated {
  /** The status types of Spring, Jakarta REST, Micronaut, Netty, Javalin, Helidon, Vert.x. */
  private static final Pattern STATUS_TYPE =
      Pattern.compile(".*[.$](Http)?(Response)?Status(Code|Type)?");

  private static final Pattern STATUS_NAME =
      Pattern.compile("(?i).*status(_?code)?|http_?(status|code)");

  private final Engine engine;

  Stated(Engine engine) {
    this.engine = engine;
  }

  /**
   * The one status of the caller's or an upstream's fault that the exception was given, or a
   * constant that it was given has; 0 if there is none. That it was given 500 tells nothing.
   */
  int status(Escape escape) {
    if (!isOfProject(escape.type())) {
      return 0;
    }
    SortedSet<Integer> codes = new TreeSet<>();
    for (Map.Entry<String, Value> field : escape.fields().entrySet()) {
      codes.addAll(codes(field.getKey(), field.getValue(), true));
    }
    return codes.size() == 1 && blames(codes.first()) ? codes.first() : 0;
  }

  private SortedSet<Integer> codes(String name, Value value, boolean outer) {
    SortedSet<Integer> codes = new TreeSet<>();
    for (Known known : value.alternatives()) {
      if (known instanceof EnumConstant constant && isOfProject(constant.type())) {
        codes.addAll(outer ? inside(constant) : new TreeSet<>());
      } else if (STATUS_NAME.matcher(name).matches() || isStatus(known)) {
        codes.addAll(Statuses.of(Value.of(known)));
      }
    }
    return codes;
  }

  private SortedSet<Integer> inside(EnumConstant constant) {
    SortedSet<Integer> codes = new TreeSet<>();
    for (Known.Instance instance : engine.instance(constant).instances()) {
      instance.fields().forEach((name, value) -> codes.addAll(codes(name, value, false)));
    }
    return codes;
  }

  private static boolean isStatus(Known known) {
    String type =
        known instanceof EnumConstant constant
            ? constant.type()
            : known instanceof Known.Instance instance ? instance.type() : "";
    return STATUS_TYPE.matcher(type).matches();
  }

  private static boolean blames(int status) {
    return (status >= 400 && status < 500) || (status >= 502 && status <= 504);
  }

  /** What the name of the one constant that the exception was given says. */
  Optional<NameRow> name(Escape escape, Catalogue catalogue) {
    if (!isOfProject(escape.type())) {
      return Optional.empty();
    }
    return escape.fields().values().stream()
        .filter(value -> value.alternatives().size() == 1)
        .flatMap(value -> value.enumConstants().stream())
        .filter(constant -> isOfProject(constant.type()))
        .map(constant -> catalogue.named(constant.name()).orElse(null))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private boolean isOfProject(String type) {
    TypeSymbol symbol = engine.program().type(type);
    return symbol != null && symbol.isSource();
  }
}
