package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Position;
import java.util.List;

/**
 * A local variable, parameter, catch parameter, resource or pattern binding. Compared by identity.
 */
public final class LocalSymbol implements Symbol {
  private final String name;
  private final Type type;
  private final Position position;
  private final List<Annotation> annotations;

  LocalSymbol(String name, Type type, Position position, List<Annotation> annotations) {
    this.name = name;
    this.type = type;
    this.position = position;
    this.annotations = annotations;
  }

  @Override
  public String name() {
    return name;
  }

  public Type type() {
    return type;
  }

  public Position position() {
    return position;
  }

  public List<Annotation> annotations() {
    return annotations;
  }
}
