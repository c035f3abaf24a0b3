package io.github.errorhygiene.domain;

import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An exception that leaves a method: its type, where it arises, and what its cause depends on. How
 * it got there – the trace – is not part of it.
 *
 * @param type binary name
 * @param origin the {@code throw}, or the call of a library method
 * @param source how it is known
 * @param thrower what throws it: the library method called, e.g. {@code Integer.parseInt}; empty
 *     for a {@code throw}
 * @param cause what it depends on
 * @param absence it arises because something looked up is not there
 * @param unconditional nothing in its method decides whether it is thrown: the caller's condition
 *     counts
 * @param mode what kind of failure it is, where the place says so and not the type; null otherwise
 * @param fields what is known of the exception object's fields, by name; {@link #STATUS} is the
 *     status that it asks for
 * @param inner the exception it wraps, if known
 */
public record Escape(
    String type,
    Site origin,
    Source source,
    String thrower,
    Cause cause,
    boolean absence,
    boolean unconditional,
    @Nullable FailureMode mode,
    Map<String, Value> fields,
    @Nullable Escape inner)
    implements Comparable<Escape> {
  /** Field of an exception: its message, if that shows something. */
  public static final String MESSAGE = "#message";

  /** Field of library exceptions that carry the status of the answer. */
  public static final String STATUS = "#status";

  /** Field of what a handler of failures is given: the exception. */
  public static final String FAILURE = "#failure";

  /** Field of those whose text tells what kind of failure it is: the name of the mode. */
  public static final String SAID = "#said";

  /** Field of those of which only circumstances tell what kind of failure they are. */
  public static final String UNTOLD = "#untold";

  /** Field of those that do not keep what was being handled when they were thrown: that failure. */
  public static final String OCCASION = "#occasion";

  /** Field of what refuses something, and of the exceptions it throws: the name of that. */
  public static final String SUBJECT = "#subject";

  /** Field of those that are handed to the framework: no catch clause or future sees them. */
  public static final String ENDS = "#ends";

  /**
   * Field of those that arise when the handler of the request has returned: whether nobody is told.
   */
  public static final String AFTERWARDS = "#afterwards";

  /** Field of those that arise in a future which the container awaits. */
  public static final String AWAITED = "#awaited";

  /** Field of those that arise when an answer was sent: that answer. */
  public static final String SENT = "#sent";

  /** Field of those that were logged on their way. */
  private static final String LOGGED = "#logged";

  /** Deepest chain of causes that is kept. */
  private static final int DEPTH = 4;

  /** Of escapes of the same type and origin. */
  private static final Comparator<Escape> ORDER_OF_A_PLACE =
      Comparator.comparing(Escape::cause)
          .thenComparing(Escape::absence)
          .thenComparing(Escape::thrower)
          .thenComparing(Escape::mode, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Escape::fields, Order::ofFields)
          .thenComparing(Escape::inner, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** How an escape is known. */
  public enum Source {
    /** A {@code throw} in the sources. */
    THROWN,
    /** A library method declares it (checked). */
    DECLARED,
    /** The catalogue says that a library method throws it. */
    CATALOGUE,
    /** The same, of a failure that nearly every call of its kind might have. */
    POSSIBLE,
    /** Something that may be absent is dereferenced. */
    DEREFERENCE
  }

  /**
   * One that a framework raises before or around the program's code.
   *
   * @param inner null if it wraps nothing
   */
  public static Escape ofFramework(String type, FailureMode mode, @Nullable Escape inner) {
    Site nowhere = new Site(new Place("", 0, 0), "");
    return new Escape(
        type, nowhere, Source.CATALOGUE, "", Cause.REQUEST, false, false, mode, Map.of(), inner);
  }

  /**
   * What a framework throws for a request.
   *
   * @param status that it carries; 0 if it carries none
   */
  public static Escape ofFramework(String type, FailureMode mode, int status) {
    Site nowhere = new Site(new Place("", 0, 0), "");
    Map<String, Value> fields = status == 0 ? Map.of() : Map.of(STATUS, Value.constant(status));
    return new Escape(
        type, nowhere, Source.CATALOGUE, "", Cause.REQUEST, false, false, mode, fields, null);
  }

  /** Whether a framework raises it before or around the program's code. */
  public boolean isOfFramework() {
    return source == Source.CATALOGUE && origin.method().isEmpty() && thrower.isEmpty();
  }

  /** The same without what it wraps. */
  public Escape alone() {
    return new Escape(
        type, origin, source, thrower, cause, absence, unconditional, mode, fields, null);
  }

  public Escape {
    fields = FieldValues.of(fields);
    inner = inner == null ? null : inner.cut(DEPTH);
  }

  @SuppressWarnings("ReferenceEquality" /* nothing was cut */)
  private @Nullable Escape cut(int depth) {
    if (depth == 0) {
      return null;
    }
    if (inner == null) {
      return this;
    }
    Escape shorter = inner.cut(depth - 1);
    return shorter == inner
        ? this
        : new Escape(
            type, origin, source, thrower, cause, absence, unconditional, mode, fields, shorter);
  }

  /** The same with what the caller's condition adds; unchanged unless {@link #unconditional()}. */
  @SuppressWarnings("ReferenceEquality" /* NONE is one object */)
  public Escape under(Condition condition) {
    if (!unconditional || condition == Condition.NONE) {
      return this;
    }
    Condition deciding = condition.deciding();
    if (deciding == Condition.NONE) {
      return this;
    }
    return new Escape(
        type,
        origin,
        source,
        thrower,
        deciding.cause(),
        deciding.absence(),
        false,
        mode,
        fields,
        inner);
  }

  /** The same with nothing that decides yet. */
  Escape again() {
    return unconditional
        ? this
        : new Escape(type, origin, source, thrower, cause, absence, true, mode, fields, inner);
  }

  /** The same, where it is of a subtype. */
  public Escape as(String subtype) {
    return new Escape(
        subtype, origin, source, thrower, cause, absence, unconditional, mode, fields, inner);
  }

  /** The same for another cause. */
  public Escape because(Cause other) {
    return new Escape(
        type, origin, source, thrower, other, absence, unconditional, mode, fields, inner);
  }

  /** The same, of which nothing is the caller's: its kind is that of its type. */
  public Escape ofOwn() {
    return new Escape(
        type, origin, source, thrower, Cause.CONSTANT, absence, unconditional, null, fields, inner);
  }

  /** The same as another exception, which wraps it. */
  public Escape wrappedIn(String other) {
    return new Escape(
        other, origin, source, thrower, cause, absence, unconditional, null, Map.of(), this);
  }

  /** Whether it goes straight to the framework, see {@link #ENDS}. */
  public boolean ends() {
    return fields.containsKey(ENDS);
  }

  /** The same where the program says more of it. */
  public Escape telling(Map<String, Value> more) {
    Map<String, Value> told = new TreeMap<>(fields);
    told.putAll(more);
    return new Escape(
        type, origin, source, thrower, cause, absence, unconditional, mode, told, inner);
  }

  /** The same, logged with its stack trace on its way. */
  public Escape logged() {
    return isLogged() ? this : telling(Map.of(LOGGED, Value.constant(true)));
  }

  /** Whether it, or what it wraps, was logged with its stack trace on the way. */
  public boolean isLogged() {
    return fields.containsKey(LOGGED) || (inner != null && inner.isLogged());
  }

  /** Whether its message was put together by the program, of nothing that was not its own. */
  public boolean hasOwnMessage() {
    return source == Source.THROWN && !fields.containsKey(MESSAGE);
  }

  /** What it wraps, or was thrown for without keeping it; null if there is neither. */
  public @Nullable Escape reason() {
    Value occasion = fields.getOrDefault(OCCASION, Value.NOTHING);
    return inner != null ? inner : occasion.escapes().stream().findFirst().orElse(null);
  }

  /** The innermost wrapped exception, or this. */
  public Escape root() {
    return inner == null ? this : inner.root();
  }

  @Override
  @SuppressWarnings("ReferenceEquality" /* the very same is equal */)
  public int compareTo(Escape other) {
    if (this == other) {
      return 0;
    }
    int byType = type == other.type ? 0 : type.compareTo(other.type);
    if (byType != 0) {
      return byType;
    }
    int byOrigin = origin.compareTo(other.origin);
    return byOrigin != 0 ? byOrigin : ORDER_OF_A_PLACE.compare(this, other);
  }

  /** Written out, what nearly always differs first: the generated one is slow. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Escape that
            && origin.equals(that.origin)
            && type.equals(that.type)
            && source == that.source
            && thrower.equals(that.thrower)
            && cause == that.cause
            && absence == that.absence
            && unconditional == that.unconditional
            && mode == that.mode
            && fields.equals(that.fields)
            && Objects.equals(inner, that.inner));
  }

  /** Of what nearly always differs: the whole is long. */
  @Override
  public int hashCode() {
    return 31 * type.hashCode() + origin.hashCode();
  }
}
