package io.github.errorhygiene.library;

import io.github.errorhygiene.domain.Known.EnumConstant;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import org.jspecify.annotations.Nullable;

/** Whether constants of enums are equal: {@code HttpStatus.OK.equals(status)}. */
public final class EnumEquality {
  private EnumEquality() {}

  /** The result; null if it is not known which constants they are, or something else is asked. */
  public static @Nullable Value result(LibraryCall call) {
    if (!call.name().equals("equals") || call.arguments().size() != 1) {
      return null;
    }
    @Nullable EnumConstant one = only(call.receiver());
    @Nullable EnumConstant other = only(call.argument(0));
    return one == null || other == null ? null : Value.constant(one.equals(other));
  }

  private static @Nullable EnumConstant only(Value value) {
    boolean known = !value.open() && !value.mayBeAbsent() && value.alternatives().size() == 1;
    return known && value.alternatives().iterator().next() instanceof EnumConstant constant
        ? constant
        : null;
  }
}
