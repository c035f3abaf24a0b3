package io.github.errorhygiene.domain;

import io.github.errorhygiene.program.LocalSymbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain of field reads and calls from a variable, from {@code this} or from a type: the key of
 * what a {@link State} knows of it. No record, so that its hash is computed once: states are copied
 * wherever control forks.
 */
public final class Path {
  private final Object target;
  private final String step;
  private final List<Object> arguments;
  private final String lookup;
  private final int hash;

  /**
   * A step further.
   *
   * @param target a {@link LocalSymbol}, {@link State#SELF}, another path, or the name of a type
   * @param step {@code .name} for fields, {@code .name()} for calls
   * @param arguments keys or constants, in order
   * @param lookup the name of the {@code Lookup} that a call may be; empty if it is none
   */
  public Path(Object target, String step, List<Object> arguments, String lookup) {
    this.target = target;
    this.step = step;
    this.arguments = List.copyOf(arguments);
    this.lookup = lookup;
    this.hash =
        31 * (31 * (31 * target.hashCode() + step.hashCode()) + this.arguments.hashCode())
            + lookup.hashCode();
  }

  /** A field that is read. */
  public static Path of(Object target, String step) {
    return new Path(target, step, List.of(), "");
  }

  /** What the last step starts from. */
  public Object target() {
    return target;
  }

  /** The last step: {@code .name} of a field, {@code .name()} of a call. */
  public String step() {
    return step;
  }

  /** What the last step is given: keys or constants. */
  public List<Object> arguments() {
    return arguments;
  }

  /** The name of the {@code Lookup} that the last step may be; empty if it is none. */
  public String lookup() {
    return lookup;
  }

  /** Whether the chain, or what is passed on its way, starts at {@code root}. */
  @SuppressWarnings("ReferenceEquality" /* the variable itself */)
  public boolean mentions(Object root) {
    if (mentions(target, root)) {
      return true;
    }
    for (Object argument : arguments) {
      if (mentions(argument, root)) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality" /* the variable itself */)
  private static boolean mentions(Object key, Object root) {
    return key == root || key.equals(root) || (key instanceof Path path && path.mentions(root));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Path path
            && hash == path.hash
            && step.equals(path.step)
            && target.equals(path.target)
            && arguments.equals(path.arguments)
            && lookup.equals(path.lookup));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return target + step + (arguments.isEmpty() ? "" : arguments);
  }
}
