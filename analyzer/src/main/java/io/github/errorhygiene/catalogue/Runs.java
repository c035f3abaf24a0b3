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
  /**
   * Lets the receiver, a future or publisher, run on its own: its failure is told to a function
   * that asks for it, or to nobody: {@code subscribe}.
   */
  SUBSCRIBES,
  /**
   * Hands them, or an object that listens, to another thread; what the row says that fails is told
   * to them: {@code enqueue(callback)}.
   */
  CALLS_BACK,
  /**
   * Calls them, and what the future or publisher that they return fails with leaves the handler of
   * the request: {@code Context.future} of Javalin.
   */
  AWAITED,
  /**
   * Calls them once the handler of the request has returned: what they fail with goes straight to
   * the framework, past all who stand around the handler.
   */
  AFTERWARDS,
  /** The same, and nobody is told: the client waits in vain, if that was to answer. */
  UNHEARD,
  /** Calls them and throws the exception that they return: {@code Optional.orElseThrow}. */
  THROWN,
  /**
   * Calls them with the failure of the receiver; what they return takes its place: {@code
   * exceptionally}.
   */
  RECOVERS,
  /**
   * Calls the first, or takes the future or publisher that it is, and the second with its failure;
   * what that gives takes its place: a circuit breaker's {@code run}.
   */
  FALLS_BACK,
  /**
   * Calls them with the failure of the receiver; the exception that they return takes its place:
   * {@code onErrorMap}.
   */
  TRANSLATES,
  /**
   * Returns a future or publisher that holds the exception it is given, or that the function
   * returns: {@code Mono.error}.
   */
  FAILED_RESULT,
  /**
   * Calls them, or takes its argument, if the receiver completes without a value: {@code
   * switchIfEmpty}.
   */
  IF_EMPTY,
  /** The same with an exception, which becomes the failure: Mutiny's {@code ifNull().failWith}. */
  FAILS_IF_EMPTY,
  /** Calls them with the failure of the receiver, which stays as it is: {@code doOnError}. */
  OBSERVES,
  /** Chooses the failures that the next method deals with: Mutiny's {@code onFailure(X.class)}. */
  SELECTS,
  /** Completes the receiver, a promise, with its argument. */
  COMPLETES,
  /** Lets the receiver, a promise or sink, fail with the exception that it is given. */
  FAILS_RECEIVER
}
