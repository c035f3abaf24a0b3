package io.github.errorhygiene.escape;

import io.github.errorhygiene.program.TypeSymbol;

/** What proxies around a class make of the exceptions that leave it. */
public interface Translation {
  /** No proxies. */
  Translation NONE = (owner, exception) -> exception;

  /**
   * The exception that a caller of {@code owner} sees.
   *
   * @param exception binary name of what leaves a method of {@code owner}
   */
  String seen(TypeSymbol owner, String exception);
}
