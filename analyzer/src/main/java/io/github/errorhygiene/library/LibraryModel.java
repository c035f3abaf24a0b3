package io.github.errorhygiene.library;

import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import org.jspecify.annotations.Nullable;

/** What a framework adapter knows of library methods that make or change answers. */
public interface LibraryModel {
  /** Knows nothing. */
  LibraryModel NONE = call -> null;

  /** Whether the call sets the framework up; null if it does not, or is not known. */
  default @Nullable Setup setup(LibraryCall call) {
    return null;
  }

  /**
   * How a call behaves that sets a framework up. Functions that it is given are handlers: they do
   * not run now, except for those that say what belongs to a group.
   *
   * @param makes binary name of what it returns, for when no class file tells; empty if unknown
   * @param returnsReceiver it returns its receiver, rather than something new
   * @param runs it runs the functions that it is given now, with what it makes
   * @param runsMethod name of the method that it runs now, with what it makes, of the objects that
   *     it is given, or that the functions return; empty if it does not
   */
  record Setup(String makes, boolean returnsReceiver, boolean runs, String runsMethod) {}

  /** What the call does; null if the model does not speak of it. */
  @Nullable Effect call(LibraryCall call);

  /**
   * What a library call does.
   *
   * @param result what it returns; for a constructor the new object; null if the model does not say
   * @param receiver what is known of the receiver afterwards; null if unchanged
   * @param answer what the framework's response object holds afterwards; null if untouched
   * @param passesOn the rest of a filter chain runs here; a receiver that is caught exceptions
   *     stands for a chain that fails with them
   * @param raised what it throws, always; null if it returns
   */
  record Effect(
      @Nullable Value result,
      @Nullable Value receiver,
      @Nullable Value answer,
      boolean passesOn,
      @Nullable Value raised) {
    public static Effect returning(Value result) {
      return new Effect(result, null, null, false, null);
    }

    public static Effect raising(Value exception) {
      return new Effect(Value.NOTHING, null, null, false, exception);
    }
  }
}
