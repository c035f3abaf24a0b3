package io.github.errorhygiene.catalogue;

/** The level of a log method. */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR,
  /** An argument or an earlier call of the chain says. */
  GIVEN
}
