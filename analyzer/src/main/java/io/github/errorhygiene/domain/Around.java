package io.github.errorhygiene.domain;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that a container puts around a method. */
public sealed interface Around {
  /**
   * A method of an aspect or interceptor.
   *
   * @param type the class whose object it runs on
   * @param outcome name of the parameter that takes what the call returned or threw; empty if none
   */
  record Advice(When when, TypeSymbol type, MethodSymbol method, String outcome)
      implements Around {}

  /** When an advice runs. */
  enum When {
    /** Instead of the call, which it may make itself. */
    AROUND,
    BEFORE,
    /** Whether the call returns or throws. */
    AFTER,
    AFTER_RETURNING,
    AFTER_THROWING
  }

  /**
   * The container itself may throw.
   *
   * @param exceptions binary names
   * @param by what throws them, for people: {@code @CircuitBreaker}
   * @param mode what kind of failure it is; null if the exception's own row says it
   * @param cause what it depends on; null: the arguments of the call
   * @param likely not only a failure that nearly every call of its kind might have
   */
  record Raises(
      List<String> exceptions,
      String by,
      @Nullable FailureMode mode,
      @Nullable Cause cause,
      boolean likely)
      implements Around {
    public Raises {
      exceptions = List.copyOf(exceptions);
    }
  }

  /**
   * If the call throws, another method takes its place: that for the closest exception.
   *
   * @param only what is recovered from at all
   * @param except what is thrown on nevertheless
   * @param otherwise wraps what no way is for, binary name; null: it is thrown on
   * @param awaits the ways are also for what a future or publisher fails with that is returned
   */
  record Recovers(
      List<Recovery> ways,
      List<String> only,
      List<String> except,
      @Nullable String otherwise,
      boolean awaits)
      implements Around {
    public Recovers {
      ways = List.copyOf(ways);
      only = List.copyOf(only);
      except = List.copyOf(except);
    }
  }

  /** A method for exceptions of a type. */
  record Recovery(String exception, TypeSymbol type, MethodSymbol method) {}

  /** The call runs in another thread: a future that it returns holds what it throws. */
  record Detached() implements Around {}

  /**
   * If the call throws it is made again, without a pause.
   *
   * @param only after what; empty: whatever it is
   * @param except after what not
   * @param how for people: {@code at once}
   */
  record Repeats(List<String> only, List<String> except, String how) implements Around {
    public Repeats {
      only = List.copyOf(only);
      except = List.copyOf(except);
    }
  }

  /**
   * A checked exception that the method does not declare cannot pass.
   *
   * @param wrapper what the caller sees instead, binary name
   */
  record OnlyDeclared(String wrapper) implements Around {}

  /** Whether containers put it around what a library implements, such as clients of services. */
  default boolean isOfClients() {
    return this instanceof Repeats || this instanceof Recovers || this instanceof Raises;
  }
}
