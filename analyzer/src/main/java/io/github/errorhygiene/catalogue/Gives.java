package io.github.errorhygiene.catalogue;

/** What a method of a future or publisher gives, where its declaration does not tell. */
public enum Gives {
  /** The same once more: {@code delayUntil}, whose function only decides when. */
  RECEIVER,
  /** Something computed, of which nothing is known: {@code collectList}. */
  OTHER,
  /** What the argument is or completes with: {@code thenReturn}. */
  ARGUMENT,
  /** The exception that it failed with: {@code AsyncResult.cause}. */
  FAILURE,
  /** Something that only notes which of its methods is called: HATEOAS's {@code methodOn}. */
  RECORDER,
  /** What it completed with: {@code AsyncResult.result}. */
  ITEM,
  /** Whether it failed. */
  FAILED,
  /** Whether it completed without a failure. */
  SUCCEEDED,
  /**
   * A text that a writer made, not only of futures: who reads it as what it was written as finds it
   * well-formed. {@code writeValueAsBytes}, {@code URLEncoder.encode}.
   */
  WRITTEN,
  /** What has all that its reader asks it for: the parameters of the route that was taken. */
  COMPLETE,
  /** A text with at least one character, if there is one: {@code getPathInfo}. */
  FILLED
}
