package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.function.Predicate;

/** Which classes are controllers: their methods handle requests. */
public final class Controllers implements Predicate<TypeSymbol> {
  private final Merged merged;

  public Controllers(Program program) {
    this.merged = new Merged(program);
  }

  @Override
  public boolean test(TypeSymbol type) {
    return merged.onType(type, Names.CONTROLLER) != null;
  }
}
