package io.github.errorhygiene.catalogue;

/** The level of a log method. */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR,
  /** An argument or an earlier call of the chain says. */
  GIVEN,
  /** Adds to the lines that follow: {@code MDC.put}. */
  CONTEXT
}
