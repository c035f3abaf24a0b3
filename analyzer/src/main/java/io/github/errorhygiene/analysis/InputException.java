package io.github.errorhygiene.analysis;

/**
 * A mistake of the user: the message names the place and the way out, and is meant to be shown
 * without a stack trace.
 */
public final class InputException extends Exception {
  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }
}
