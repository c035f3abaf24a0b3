package io.github.errorhygiene.escape;

import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;

/** What {@code instanceof} depends on. */
final class TypeTests {
  private TypeTests() {}

  /**
   * What decides of which class a value is. Of the program's own types that is its code, whatever
   * the object holds.
   *
   * @param declared of the value
   */
  static Dependence decided(Type declared, Value value, Program program) {
    TypeSymbol type = program.type(declared.erasure());
    boolean own = type != null && type.isSource() && value.data().varies();
    return own ? Dependence.UNKNOWN : value.data();
  }
}
