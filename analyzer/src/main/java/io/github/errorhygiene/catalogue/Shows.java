package io.github.errorhygiene.catalogue;

/** What the result of a method shows of an exception that the method is given. */
public enum Shows {
  /** Its message, perhaps behind the name of its class. */
  MESSAGE,
  /** Its stack trace, and so its message and the name of its class. */
  STACK_TRACE
}
