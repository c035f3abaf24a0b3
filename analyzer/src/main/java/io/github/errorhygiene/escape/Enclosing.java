package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.unit.Certainty;

/** What objects of inner classes know of what is around them, kept in fields of their own. */
final class Enclosing {
  /** Field with the object around. */
  static final String OUTER = "#outer";

  private static final int MOST_NESTED = 4;

  private Enclosing() {}

  /** Field with the value of a variable around. */
  static String key(LocalSymbol variable) {
    return "#"
        + variable.name()
        + "@"
        + variable.position().line()
        + ":"
        + variable.position().column();
  }

  /** The value of a variable of a method around the class of {@code self}. */
  static Value variable(Value self, LocalSymbol variable) {
    Value at = self;
    for (int i = 0; i < MOST_NESTED; i++) {
      Value value = at.field(key(variable));
      if (!value.isNothing()) {
        return value;
      }
      at = at.field(OUTER);
    }
    return Value.UNKNOWN;
  }

  /** The nearest object, from {@code self} outwards, that has the members of {@code owner}. */
  static Value having(Value self, String owner, Program program) {
    Value at = self;
    for (int i = 0; i < MOST_NESTED; i++) {
      if (at.instances().isEmpty() || has(at, owner, program)) {
        return at;
      }
      Value outer = at.field(OUTER);
      at = outer.isNothing() ? Value.GIVEN : outer;
    }
    return Value.GIVEN;
  }

  private static boolean has(Value self, String owner, Program program) {
    return self.instances().stream()
        .anyMatch(
            instance ->
                instance.type().equals(owner)
                    || program.isSubtype(instance.type(), owner) != Certainty.NO);
  }
}
