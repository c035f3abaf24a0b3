package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Advices and controllers that extend something of a library that was not given: nobody knows which
 * handlers of exceptions, and which of requests, they inherit.
 */
public final class UnreadBases {
  private static final String SPRING = "org.springframework.";

  private final Program program;
  private final Merged merged;

  UnreadBases(Program program, Merged merged) {
    this.program = program;
    this.merged = merged;
  }

  /** A gap for each of them. */
  public static List<Gap> of(Program program) {
    Merged merged = new Merged(program);
    UnreadBases bases = new UnreadBases(program, merged);
    List<Gap> gaps = new ArrayList<>();
    for (TypeSymbol type : program.sourceTypes()) {
      boolean advice = bases.isAdvice(type);
      if (advice || Mappings.isController(merged, type)) {
        bases
            .unread(type)
            .ifPresent(
                base ->
                    gaps.add(gap(type, base, advice ? "exceptions" : "requests and exceptions")));
      }
    }
    return gaps;
  }

  private static Gap gap(TypeSymbol type, String base, String handled) {
    @Nullable Unit unit = type.unit();
    return new Gap(
        Gap.Kind.UNRESOLVED,
        unit == null ? "" : unit.path(),
        type.position(),
        "which handlers of %s it inherits is not known: %s is in no source; give the class path"
            .formatted(handled, base));
  }

  /** Whether it is an advice that may inherit handlers that nobody can read. */
  boolean isUnreadAdvice(TypeSymbol type) {
    return isAdvice(type) && unread(type).isPresent();
  }

  private boolean isAdvice(TypeSymbol type) {
    return merged.onType(type, Names.CONTROLLER_ADVICE) != null
        || merged.onType(type, Names.REST_CONTROLLER_ADVICE) != null;
  }

  private Optional<String> unread(TypeSymbol type) {
    return program.supertypes(type.name()).stream()
        .filter(above -> program.type(above) == null && !above.startsWith(SPRING))
        .findFirst();
  }
}
