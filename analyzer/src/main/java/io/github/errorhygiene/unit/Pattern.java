package io.github.errorhygiene.unit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern of {@code instanceof} or {@code case}. */
public sealed interface Pattern {
  Position position();

  /**
   * {@code T name}, {@code T}, {@code var name}.
   *
   * @param name null without a binding and for {@code _}
   */
  record OfType(TypeRef type, @Nullable String name, Position position) implements Pattern {}

  /** {@code Point(int x, var y)}. */
  record OfRecord(TypeRef type, List<Pattern> components, Position position) implements Pattern {
    public OfRecord {
      components = List.copyOf(components);
    }
  }
}
