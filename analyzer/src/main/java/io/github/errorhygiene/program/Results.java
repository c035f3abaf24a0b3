package io.github.errorhygiene.program;

import java.util.ArrayList;
import java.util.List;

/**
 * What a method, lambda or switch expression gives: the type expected and the types found at its
 * returns or yields.
 */
final class Results {
  private final Type expected;
  private final List<Type> found = new ArrayList<>();

  Results(Type expected) {
    this.expected = expected;
  }

  Type expected() {
    return expected;
  }

  void add(Type type) {
    found.add(type);
  }

  /** The type of all results together; void if there is none. */
  Type type(Typing typing) {
    return found.isEmpty() ? Types.VOID : typing.lub(found);
  }

  List<Type> found() {
    return found;
  }
}
