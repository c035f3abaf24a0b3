package io.github.errorhygiene.domain;

import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing that a value is known to be. */
public sealed interface Known {
  /** Field of an object around others: what is behind it when it passes a request on. */
  String BEHIND = "#behind";

  /**
   * A constant.
   *
   * @param value {@link String}, boxed primitive, {@link io.github.errorhygiene.program.Type} for a
   *     class literal ({@code Class<Order>}), or null
   */
  record Constant(@Nullable Object value) implements Known {
    /** The constant {@code null}. */
    public static final Constant NULL = new Constant(null);

    /** Written out: the generated one is slow. */
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Constant that && Objects.equals(value, that.value));
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(value);
    }

    @Override
    public String toString() {
      return "Constant[value=" + value + "]";
    }
  }

  /** Something of which is known only that it is not null. */
  record Something() implements Known {
    /** The only one. */
    public static final Something PRESENT = new Something();
  }

  /** What completes when what is behind a filter has answered, see {@code AfterAnswer}. */
  record Answered() implements Known {
    /** The only one. */
    public static final Answered ANSWERED = new Answered();
  }

  /** A text of which the start is known. */
  record StartsWith(String start) implements Known {}

  /**
   * A path of which parts are not known.
   *
   * @param text with {@link #UNKNOWN_PART} in their places
   */
  record Gapped(String text) implements Known {
    public static final String UNKNOWN_PART = "{?}";
  }

  /** A constant of an enum, also of a library's. */
  record EnumConstant(String type, String name) implements Known {}

  /**
   * An object of exactly that class.
   *
   * @param type binary name
   * @param fields what is known of its fields (or a map's entries), by name; names with {@code #}
   *     are not the program's
   */
  record Instance(String type, Map<String, Value> fields) implements Known {
    public Instance {
      fields = FieldValues.of(fields);
    }

    /** The same object with one more known field. */
    public Instance with(String field, Value value) {
      return new Instance(type, FieldValues.of(fields).with(field, value));
    }

    /** Written out: the generated one is slow. */
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Instance that
              && type.equals(that.type)
              && fields.equals(that.fields));
    }

    @Override
    public int hashCode() {
      return 31 * type.hashCode() + fields.hashCode();
    }
  }

  /** A caught exception. */
  record Caught(Escape escape) implements Known {}

  /** What an advice makes go on: a call with what is still around it. */
  record Proceed(MethodSymbol method, Value self, List<Value> arguments, List<Around> around)
      implements Known {
    public Proceed {
      arguments = List.copyOf(arguments);
      around = List.copyOf(around);
    }

    @Override
    public String toString() {
      return "call of " + method;
    }
  }

  /**
   * A lambda or method reference with the values that it captured. Equal only for the same place in
   * the sources.
   */
  final class Function implements Known {
    private final Expr node;
    private final Body body;
    private final Map<LocalSymbol, Value> captured;
    private final Value self;
    private final Site site;
    private final int depth;
    private final int hash;

    /** Made where the lambda or method reference stands. */
    public Function(Expr node, Body body, Map<LocalSymbol, Value> captured, Value self, Site site) {
      this.node = node;
      this.body = body;
      this.captured = captured;
      this.self = self;
      this.site = site;
      this.depth = measure();
      this.hash = Objects.hash(System.identityHashCode(node), self, captured);
    }

    /** The lambda or method reference. */
    public Expr node() {
      return node;
    }

    /** The method that a method reference names; null for a lambda, or if it is not known. */
    public @Nullable MethodSymbol referred() {
      return node instanceof Expr.MethodRef ? body.methodOf(node) : null;
    }

    /** A reference to a method of an object that it will be given. */
    public boolean isUnbound() {
      MethodSymbol method = referred();
      return method != null && !method.isStatic() && self.isNothing();
    }

    /** The body in which it stands. */
    public Body body() {
      return body;
    }

    /** What the variables held that it captured. */
    public Map<LocalSymbol, Value> captured() {
      return captured;
    }

    /** {@code this} inside; for a bound method reference the receiver. */
    public Value self() {
      return self;
    }

    /** Whether it captured that. */
    public boolean holds(Known other) {
      return captured.values().stream().anyMatch(value -> value.alternatives().contains(other));
    }

    /** Where it stands. */
    public Site site() {
      return site;
    }

    /** Functions in captured values in captured values… this one included. */
    int depth() {
      return depth;
    }

    private int measure() {
      int deepest = Coarse.functionDepth(self);
      for (Value value : captured.values()) {
        deepest = Math.max(deepest, Coarse.functionDepth(value));
      }
      return deepest + 1;
    }

    @SuppressWarnings("ReferenceEquality" /* the place in the sources, not what it says */)
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Function function
          && hash == function.hash
          && node == function.node
          && self.equals(function.self)
          && captured.equals(function.captured);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public String toString() {
      return "function at " + site.place();
    }
  }
}
