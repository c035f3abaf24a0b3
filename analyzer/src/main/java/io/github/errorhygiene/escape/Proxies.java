package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.List;

/**
 * What containers put around methods of the objects that they make: what is not written at the
 * call, and happens at every call from outside of the object.
 */
public interface Proxies {
  /** Nothing is put around anything. */
  Proxies NONE = (type, method) -> List.of();

  /**
   * What runs around a call, outermost first; empty if the method is called directly.
   *
   * @param type the class of the object, or the method's owner if nothing better is known
   */
  List<Around> around(TypeSymbol type, MethodSymbol method);
}
