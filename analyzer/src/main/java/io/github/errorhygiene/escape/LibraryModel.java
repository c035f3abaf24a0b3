package io.github.errorhygiene.escape;

import org.jspecify.annotations.Nullable;

/** What a framework adapter knows of library methods that make or change answers. */
public interface LibraryModel {
  /** Knows nothing. */
  LibraryModel NONE = call -> null;

  /** What the call does; null if the model does not speak of it. */
  @Nullable Effect call(LibraryCall call);

  /**
   * What a library call does.
   *
   * @param result what it returns; for a constructor the new object; null if the model does not say
   * @param receiver what is known of the receiver afterwards; null if unchanged
   * @param answer what the framework's response object holds afterwards; null if untouched
   * @param passesOn the rest of a filter chain runs here
   */
  record Effect(
      @Nullable Value result, @Nullable Value receiver, @Nullable Value answer, boolean passesOn) {
    public static Effect returning(Value result) {
      return new Effect(result, null, null, false);
    }
  }
}
