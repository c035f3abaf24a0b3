package io.github.errorhygiene.catalogue;

/** The level of a log method. */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR,
  /** At a level that production logs have, but of an exception nothing but its text. */
  TEXT,
  /** An argument or an earlier call of the chain says. */
  GIVEN,
  /** Adds to the lines that follow: {@code MDC.put}. */
  CONTEXT
}
