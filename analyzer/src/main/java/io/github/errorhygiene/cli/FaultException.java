package io.github.errorhygiene.cli;

/** Carries an {@link Error} of the tool past picocli, which handles exceptions only. */
final class FaultException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Error error;

  FaultException(Error error) {
    super(error);
    this.error = error;
  }

  Error error() {
    return error;
  }
}
