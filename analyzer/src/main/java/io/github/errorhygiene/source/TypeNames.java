package io.github.errorhygiene.source;

import java.util.ArrayDeque;
import java.util.Deque;

/** Binary names of the types of one file, given in source order. */
final class TypeNames {
  private final Deque<String> open = new ArrayDeque<>();
  private int numbered;

  /** Enters a top-level type. */
  void enterTopLevel(String name) {
    numbered = 0;
    open.push(name);
  }

  /** Enters a member type. */
  String enterMember(String simpleName) {
    return enter(open.getFirst() + '$' + simpleName);
  }

  /**
   * Enters a local or anonymous type.
   *
   * @param simpleName empty for an anonymous type
   */
  String enterNumbered(String simpleName) {
    return enter(open.getLast() + '$' + ++numbered + simpleName);
  }

  /** Leaves the type entered last. */
  void leave() {
    open.pop();
  }

  private String enter(String name) {
    open.push(name);
    return name;
  }
}
