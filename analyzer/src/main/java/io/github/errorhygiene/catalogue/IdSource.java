package io.github.errorhygiene.catalogue;

/** Where an id comes from that leads to the log lines of a request. */
public enum IdSource {
  /** The log has it by itself: the MDC, a span, the framework. */
  CONTEXT,
  /** Made up just now: a UUID. It has to be logged to be of use. */
  GENERATED
}
