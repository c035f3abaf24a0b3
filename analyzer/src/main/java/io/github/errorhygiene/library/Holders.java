package io.github.errorhygiene.library;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.LibraryCall;
import java.util.Set;

/**
 * Types whose objects hold a value or none. Each is represented by the value that it holds, and is
 * empty when that value is absent.
 */
public final class Holders {
  private static final Set<String> TYPES = Roles.of(Role.HOLDER);

  private Holders() {}

  /**
   * Whether values of the type say themselves that they are empty, so that using them is safe.
   *
   * @param type binary name
   */
  public static boolean isHolder(String type) {
    return TYPES.contains(type);
  }

  /**
   * What decides whether an argument is null. A holder is none, though what it holds may be absent.
   */
  public static Dependence nullness(LibraryCall call, int index) {
    boolean holds =
        index < call.argumentTypes().size() && isHolder(call.argumentTypes().get(index).erasure());
    return holds ? Dependence.NONE : call.argument(index).absence();
  }
}
