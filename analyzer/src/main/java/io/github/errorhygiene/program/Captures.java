package io.github.errorhygiene.program;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scopes around the local and anonymous types whose enclosing bodies have been attributed, by
 * binary name.
 */
final class Captures {
  private final Map<String, Scope> scopes = new HashMap<>();

  void put(String type, Scope scope) {
    scopes.put(type, scope);
  }

  @Nullable Scope find(String type) {
    return scopes.get(type);
  }
}
