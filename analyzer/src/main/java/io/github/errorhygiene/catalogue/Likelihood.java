package io.github.errorhygiene.catalogue;

/** How easily a method's failure happens in a running service. */
public enum Likelihood {
  /** A caller provokes it by sending other data, or a peer by failing. */
  LIKELY,
  /** The same, nearly wherever the method is called: one boundary mends them all. */
  WIDESPREAD,
  /** A bug or exotic: counts only where it depends directly on request data. */
  POSSIBLE
}
