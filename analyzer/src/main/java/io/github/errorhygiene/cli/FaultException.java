package io.github.errorhygiene.cli;

/** Carries an {@link Error} of the tool past picocli, which handles exceptions only. */
final class FaultException extends Exception {
  private static final long serialVersionUID = 1L;

  FaultException(Error cause) {
    super(cause);
  }
}
