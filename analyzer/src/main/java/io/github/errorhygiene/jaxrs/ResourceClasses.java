package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.function.Predicate;

/** Which classes are root resources: their methods handle requests. */
public final class ResourceClasses implements Predicate<TypeSymbol> {
  private final Declared declared;

  public ResourceClasses(Program program) {
    this.declared = new Declared(program);
  }

  @Override
  public boolean test(TypeSymbol type) {
    return declared.carrier(type, "Path") != null;
  }
}
