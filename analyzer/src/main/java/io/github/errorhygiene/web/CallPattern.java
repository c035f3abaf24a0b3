package io.github.errorhygiene.web;

import io.github.errorhygiene.domain.LibraryCall;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a row speaks of.
 *
 * @param owner binary name of the declaring type
 * @param names method names; {@code <init>} for constructors
 * @param arity number of arguments; -1 if it does not matter
 * @param parameters simple names of the erased parameter types; null if they do not matter
 */
record CallPattern(String owner, List<String> names, int arity, @Nullable List<String> parameters) {
  /**
   * Reads {@code owner} (one or a list), {@code names}, {@code arity} and {@code parameters} of a
   * YAML row; one pattern for each owner.
   */
  static List<CallPattern> of(Map<?, ?> row) {
    return YamlRows.strings(row.get("owner")).stream().map(owner -> of(owner, row)).toList();
  }

  private static CallPattern of(String owner, Map<?, ?> row) {
    return new CallPattern(
        owner,
        YamlRows.strings(row.get("names")),
        YamlRows.number(row, "arity", -1),
        row.containsKey("parameters") ? YamlRows.strings(row.get("parameters")) : null);
  }

  /** Whether the call, of a method of the owner, is meant. */
  boolean fits(LibraryCall call) {
    if (!names.contains(call.name()) || (arity >= 0 && arity != call.arguments().size())) {
      return false;
    }
    return parameters == null
        || parameters.equals(call.erasures().stream().map(CallPattern::simple).toList());
  }

  private static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
