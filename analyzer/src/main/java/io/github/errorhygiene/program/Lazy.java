package io.github.errorhygiene.program;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value computed on first use; a use during its own computation gives the fallback. */
final class Lazy<T> {
  private final T fallback;
  private @Nullable Supplier<T> supplier;
  private @Nullable T value;

  Lazy(T fallback, Supplier<T> supplier) {
    this.fallback = fallback;
    this.supplier = supplier;
  }

  T get() {
    if (value != null) {
      return value;
    }
    Supplier<T> compute = supplier;
    if (compute == null) {
      return fallback;
    }
    supplier = null;
    T computed = compute.get();
    value = computed;
    return computed;
  }
}
