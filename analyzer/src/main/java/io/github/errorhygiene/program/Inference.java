package io.github.errorhygiene.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the type arguments of one call: a simplification of JLS 18. Free variables are type
 * variables with a {@code #} in their name; bounds are gathered from arguments, lambda results and
 * the target, in that order.
 */
final class Inference {
  private static final int DEPTH = 12;

  private final Typing typing;
  private final Map<String, Bounds> variables = new LinkedHashMap<>();

  private static final class Bounds {
    private final Type.Variable variable;
    private final List<Type> equal = new ArrayList<>();
    private final List<Type> lower = new ArrayList<>();
    private final List<Type> upper = new ArrayList<>();
    private boolean unknown;
    private boolean open;
    private boolean completing;

    Bounds(Type.Variable variable) {
      this.variable = variable;
    }
  }

  Inference(Typing typing, List<Type.Variable> free) {
    this.typing = typing;
    free.forEach(v -> variables.put(v.name(), new Bounds(v)));
  }

  static boolean isFree(Type.Variable variable) {
    return variable.name().indexOf('#') >= 0;
  }

  private @Nullable Bounds bounds(Type type) {
    return type instanceof Type.Variable variable ? variables.get(variable.name()) : null;
  }

  /**
   * A value of the first type is passed where the second, which may have free variables, is
   * expected.
   */
  void below(Type actual, Type formal) {
    below(actual, formal, 0);
  }

  private void below(Type actual, Type formal, int depth) {
    if (depth > DEPTH || Types.isVoid(actual)) {
      return;
    }
    Bounds bounds = bounds(formal);
    if (bounds != null) {
      Type value = Types.boxed(Types.read(actual));
      addValue(bounds, bounds.lower, value);
      belowBound(value, bounds.variable, depth);
    } else if (formal instanceof Type.Array array) {
      below(Types.element(actual), array.element(), depth + 1);
    } else if (formal instanceof Type.Wildcard wildcard) {
      below(actual, wildcard.bound(), depth + 1);
    } else if (formal instanceof Type.Declared declared && !declared.arguments().isEmpty()) {
      belowDeclared(Types.boxed(actual), declared, depth);
    }
  }

  /** {@code P extends Publisher<T>}: a {@code Mono<String>} for P tells T. */
  private void belowBound(Type value, Type.Variable variable, int depth) {
    List<Type.Variable> named = freeIn(variable.bound());
    if (!named.isEmpty() && named.stream().noneMatch(v -> v.name().equals(variable.name()))) {
      below(value, variable.bound(), depth + 1);
    }
  }

  private void belowDeclared(Type actual, Type.Declared formal, int depth) {
    Type above = typing.asSuper(actual, formal.name());
    if (above == null) {
      return;
    }
    for (int i = 0; i < formal.arguments().size() && i < above.arguments().size(); i++) {
      contained(above.arguments().get(i), formal.arguments().get(i), depth + 1);
    }
  }

  @SuppressWarnings("ReferenceEquality" /* the method gives back its argument */)
  private void contained(Type actual, Type formal, int depth) {
    if (!(formal instanceof Type.Wildcard wildcard)) {
      same(Types.bound(actual), formal, depth);
    } else if (wildcard.lower()) {
      above(Types.bound(actual), wildcard.bound(), depth);
    } else {
      below(Types.upper(actual) == actual ? actual : Types.read(actual), wildcard.bound(), depth);
    }
  }

  private void same(Type actual, Type formal, int depth) {
    Bounds bounds = bounds(formal);
    if (bounds != null) {
      addValue(bounds, bounds.equal, actual);
    } else if (depth <= DEPTH && formal instanceof Type.Array array) {
      same(Types.element(actual), array.element(), depth + 1);
    } else if (depth <= DEPTH && actual.erasure().equals(formal.erasure())) {
      for (int i = 0; i < formal.arguments().size() && i < actual.arguments().size(); i++) {
        contained(actual.arguments().get(i), formal.arguments().get(i), depth + 1);
      }
    }
  }

  /**
   * A value of the formal type, which may have free variables, is used where the first type is
   * expected.
   */
  void above(Type expected, Type formal) {
    above(expected, formal, 0);
  }

  private void above(Type expected, Type formal, int depth) {
    if (depth > DEPTH || expected instanceof Type.Null || Types.isVoid(expected)) {
      return;
    }
    Bounds bounds = bounds(formal);
    if (bounds != null) {
      bounds.open |= expected.equals(Types.OPEN);
      addUseful(bounds.upper, Types.boxed(Types.bound(expected)));
    } else if (formal instanceof Type.Array array) {
      above(Types.element(expected), array.element(), depth + 1);
    } else if (expected instanceof Type.Declared declared && !declared.arguments().isEmpty()) {
      aboveDeclared(declared, formal, depth);
    }
  }

  private void aboveDeclared(Type.Declared expected, Type formal, int depth) {
    Type seen = typing.asSuper(formal, expected.name());
    if (seen == null) {
      return;
    }
    for (int i = 0; i < expected.arguments().size() && i < seen.arguments().size(); i++) {
      Type own = seen.arguments().get(i);
      Type wanted = expected.arguments().get(i);
      if (wanted.equals(Types.OPEN)) {
        above(wanted, Types.bound(own), depth + 1);
      } else if (!(wanted instanceof Type.Wildcard wildcard)) {
        same(wanted, Types.bound(own), depth + 1);
      } else if (wildcard.lower()) {
        below(wildcard.bound(), Types.bound(own), depth + 1);
      } else {
        above(wildcard.bound(), Types.bound(own), depth + 1);
      }
    }
  }

  private static void addValue(Bounds bounds, List<Type> kind, Type type) {
    bounds.unknown |= !type.equals(Types.OPEN) && !type.isKnown();
    addUseful(kind, type);
  }

  /** What a function says of its own parameters, if nothing else is known of the variable. */
  void suggested(Type own, Type formal) {
    if (!isSolved(formal)) {
      same(own, formal, 0);
    }
  }

  /** Types without a name and free variables of other calls bound nothing. */
  private static void addUseful(List<Type> bounds, Type type) {
    boolean free = type instanceof Type.Variable variable && isFree(variable);
    if (!free && !Types.isVoid(type) && (type.isKnown() || !type.erasure().isEmpty())) {
      bounds.add(type);
    }
  }

  /** Whether no variable would have to be two classes at once. */
  boolean isConsistent() {
    return variables.values().stream().allMatch(Inference::isConsistent);
  }

  private static boolean isConsistent(Bounds bounds) {
    List<String> classes =
        bounds.equal.stream()
            .filter(Type.Declared.class::isInstance)
            .map(Type::erasure)
            .distinct()
            .toList();
    return classes.size() < 2;
  }

  /** Whether every free variable in the type has a bound to be inferred from. */
  boolean isSolved(Type type) {
    for (Type.Variable variable : freeIn(type)) {
      if (solution(variable) == null) {
        return false;
      }
    }
    return true;
  }

  /** The free variables of this call in a type. */
  List<Type.Variable> freeIn(Type type) {
    List<Type.Variable> found = new ArrayList<>();
    collect(type, found);
    return found;
  }

  private void collect(Type type, List<Type.Variable> found) {
    if (type instanceof Type.Variable variable && variables.containsKey(variable.name())) {
      found.add(variable);
    } else if (type instanceof Type.Declared declared) {
      declared.arguments().forEach(a -> collect(a, found));
    } else if (type instanceof Type.Array array) {
      collect(array.element(), found);
    } else if (type instanceof Type.Wildcard wildcard) {
      collect(wildcard.bound(), found);
    }
  }

  private @Nullable Type solution(Type.Variable variable) {
    Bounds bounds = variables.get(variable.name());
    if (bounds == null) {
      return null;
    }
    if (!bounds.equal.isEmpty()) {
      return bounds.equal.stream().filter(Type::isKnown).findFirst().orElse(bounds.equal.get(0));
    }
    if (!bounds.lower.isEmpty() && !bounds.lower.stream().allMatch(Type.Null.class::isInstance)) {
      return completed(typing.lub(bounds.lower), bounds);
    }
    return bounds.upper.stream().filter(Type::isKnown).findFirst().orElse(null);
  }

  /** A raw solution, as of {@code HashMap::new}, takes its arguments from the variable's bound. */
  private Type completed(Type solution, Bounds bounds) {
    Type bound = bounds.variable.bound();
    boolean isRaw = solution instanceof Type.Declared && solution.arguments().isEmpty();
    if (!isRaw || bound.arguments().isEmpty() || bounds.completing) {
      return solution;
    }
    bounds.completing = true;
    Type completed = typing.parameterized(solution, apply(bound));
    bounds.completing = false;
    return completed;
  }

  /**
   * What a nested call in the place of a parameter is used as. What is known from above only leaves
   * it room for something more special.
   */
  Type expected(Type parameter) {
    Map<String, Type> values = new HashMap<>();
    for (Type.Variable variable : freeIn(parameter)) {
      Type solution = solution(variable);
      boolean loose = solution != null && isLoose(variable);
      values.put(
          variable.name(),
          solution == null
              ? open(variable)
              : loose ? new Type.Wildcard(solution, false) : solution);
    }
    return Types.bound(Types.substitute(parameter, values));
  }

  private boolean isLoose(Type.Variable variable) {
    Bounds bounds = variables.get(variable.name());
    return bounds != null && bounds.equal.isEmpty() && bounds.lower.isEmpty();
  }

  private Type open(Type.Variable variable) {
    Bounds bounds = variables.get(variable.name());
    return bounds != null && bounds.unknown ? Types.UNKNOWN : Types.OPEN;
  }

  /**
   * The type with what has been inferred so far; unknown in the place of variables without any
   * bound.
   */
  Type apply(Type type) {
    return substitute(type, this::open);
  }

  /** The type with what has been inferred; variables without any bound become what they extend. */
  Type solve(Type type) {
    return substitute(type, this::fallback);
  }

  private Type substitute(Type type, Function<Type.Variable, Type> unsolved) {
    List<Type.Variable> free = freeIn(type);
    if (free.isEmpty()) {
      return type;
    }
    Map<String, Type> values = new HashMap<>();
    for (Type.Variable variable : free) {
      Type solution = solution(variable);
      values.put(variable.name(), solution != null ? solution : unsolved.apply(variable));
    }
    return Types.substitute(type, values);
  }

  /** What the call around is to infer stays open. */
  private Type fallback(Type.Variable variable) {
    Bounds bounds = variables.get(variable.name());
    if (bounds == null || (!bounds.unknown && !bounds.open)) {
      return Types.erased(variable.bound());
    }
    return bounds.unknown ? Types.UNKNOWN : Types.OPEN;
  }
}
