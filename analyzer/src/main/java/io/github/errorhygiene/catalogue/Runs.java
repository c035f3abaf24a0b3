package io.github.errorhygiene.catalogue;

/** What a method does with the functions it is given, and where their failures go. */
public enum Runs {
  /** Calls them before it returns; failures leave the call. The default. */
  HERE,
  /**
   * Calls them now or later; their failures, and what the row itself throws, are held by the
   * returned future or publisher.
   */
  IN_RESULT,
  /** Hands them to another thread or to a container; failures never reach the caller. */
  ELSEWHERE,
  /** Calls them and throws the exception that they return: {@code Optional.orElseThrow}. */
  THROWN,
  /**
   * Calls them with the failure of the receiver; what they return takes its place: {@code
   * exceptionally}.
   */
  RECOVERS,
  /**
   * Calls them with the failure of the receiver; the exception that they return takes its place:
   * {@code onErrorMap}.
   */
  TRANSLATES,
  /**
   * Returns a future or publisher that holds the exception it is given, or that the function
   * returns: {@code Mono.error}.
   */
  FAILED_RESULT
}
