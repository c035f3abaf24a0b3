package io.github.errorhygiene.escape;

import io.github.errorhygiene.program.TypeSymbol;

/** What exceptions are called in the libraries in use, and what proxies make of them. */
public interface Translation {
  /** No proxies. */
  Translation NONE = (owner, exception) -> exception;

  /**
   * The name that a library's exception has in the versions in use.
   *
   * @param exception binary name, as the catalogue has it
   */
  default String inUse(String exception) {
    return exception;
  }

  /**
   * The exception that a caller of {@code owner} sees.
   *
   * @param exception binary name of what leaves a method of {@code owner}
   */
  String seen(TypeSymbol owner, String exception);
}
