package io.github.errorhygiene.proxy;

import java.util.List;

/** A pointcut expression, as the AspectJ programming guide's appendix A has it. */
sealed interface Pointcut {
  /** All of them. */
  record And(List<Pointcut> parts) implements Pointcut {}

  /** One of them. */
  record Or(List<Pointcut> parts) implements Pointcut {}

  record Not(Pointcut part) implements Pointcut {}

  /**
   * {@code execution(…)}, {@code within(…)}, {@code @annotation(…)} and the like, or another
   * pointcut by its name.
   *
   * @param name {@code execution}, or the name of a pointcut, may be qualified
   * @param argument what stands between the parentheses
   */
  record Primitive(String name, String argument) implements Pointcut {}

  /** Not to be read. */
  record Unreadable() implements Pointcut {}
}
