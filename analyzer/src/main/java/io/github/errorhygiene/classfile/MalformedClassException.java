package io.github.errorhygiene.classfile;

/** A class file that cannot be read. */
final class MalformedClassException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedClassException(String message) {
    super(message);
  }

  MalformedClassException(Throwable cause) {
    super(cause);
  }
}
