package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Pattern;
import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Declares the variables that patterns bind. */
final class Patterns {
  private final Attribution at;

  Patterns(Attribution attribution) {
    this.at = attribution;
  }

  /** The variables of a pattern that a value of the type is matched with, in source order. */
  List<LocalSymbol> bind(Pattern pattern, Type matched) {
    List<LocalSymbol> bound = new ArrayList<>();
    bind(pattern, matched, bound);
    return bound;
  }

  private void bind(Pattern pattern, Type matched, List<LocalSymbol> bound) {
    if (pattern instanceof Pattern.OfType type) {
      bindType(type, matched, bound);
    } else if (pattern instanceof Pattern.OfRecord record) {
      bindRecord(record, matched, bound);
    }
  }

  private void bindType(Pattern.OfType pattern, Type matched, List<LocalSymbol> bound) {
    Type type =
        pattern.type().equals(TypeRef.VAR)
            ? matched
            : narrowed(at.resolve(pattern.type()), matched);
    at.body().put(pattern, type);
    String name = pattern.name();
    if (name != null) {
      LocalSymbol variable = new LocalSymbol(name, type, pattern.position(), List.of());
      at.body().putVariable(pattern, variable);
      bound.add(variable);
    }
  }

  /** A raw generic pattern type takes its arguments from what is matched. */
  private Type narrowed(Type type, Type matched) {
    boolean raw = type instanceof Type.Declared && type.arguments().isEmpty();
    Type above = Types.upper(matched);
    return raw && !above.arguments().isEmpty() ? at.typing().parameterized(type, above) : type;
  }

  private void bindRecord(Pattern.OfRecord pattern, Type matched, List<LocalSymbol> bound) {
    Type type =
        pattern.type().equals(TypeRef.VAR)
            ? matched
            : narrowed(at.resolve(pattern.type()), matched);
    at.body().put(pattern, type);
    TypeSymbol symbol = at.universe().symbol(type);
    List<Type> components = symbol == null ? List.of() : components(type, symbol);
    for (int i = 0; i < pattern.components().size(); i++) {
      bind(
          pattern.components().get(i),
          i < components.size() ? components.get(i) : Types.UNKNOWN,
          bound);
    }
  }

  private List<Type> components(Type type, TypeSymbol symbol) {
    return symbol.fields().stream()
        .filter(f -> !f.isStatic())
        .map(f -> Types.read(at.members().seenFrom(type, symbol, f.type())))
        .toList();
  }
}
