package io.github.errorhygiene.domain;

import com.google.errorprone.annotations.Immutable;
import io.github.errorhygiene.contract.Failure.Cause;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a value depends on, and what it would show if it were put into an answer: a small set.
 *
 * <p>What is in a value and what it was chosen by are two questions: the order that a list holds
 * for the number which the client sent is the store's, though which order it is, and whether there
 * is any, is the client's. Of an object into which something was put it is known what the rest of
 * it depends on: the order's date does not come from the client who changes its text.
 *
 * @param bits the causes and traits, the causes that it was chosen by, and those of the rest of it
 * @param found the lookups that are known to find something by it, see {@code Lookup}
 */
@Immutable
public record Dependence(long bits, @SuppressWarnings("Immutable") Set<String> found) {
  /** What a value may carry besides the {@link Cause}s it depends on. */
  public enum Trait {
    /** Text of an exception that the program did not write. */
    MESSAGE,
    /** A stack trace. */
    STACK_TRACE,
    /** The class name of an exception. */
    TYPE_NAME,
    /** An id that leads to the log line. */
    REQUEST_ID,
    /** Of an id: it was made up just now, so that the log does not have it by itself. */
    GENERATED,
    /** Its format was checked before it came here: a pattern on the path, a constraint. */
    CHECKED,
    /** A text with at least one character, a collection with at least one element. */
    NOT_EMPTY,
    /**
     * An object made of the request's body or parameters: what the client leaves out is null in it.
     */
    INPUT,
    /** Its constraints were checked before it came here. */
    VALID,
    /** Of absence: the client left it out, rather than naming something that does not exist. */
    LEFT_OUT,
    /** Names something that exists: the caller's own identity, what was saved just now. */
    VOUCHED,
    /** Text of a database's exception: statements, names of tables and constraints. */
    STATEMENT,
    /** Text of whatever exception a clause for all of them may have caught. */
    ANY_MESSAGE,
    /** An exception that a clause for all exceptions caught. */
    ANY_EXCEPTION,
    /** The status that a peer answered with, or whether it is one of success. */
    PEER_STATUS,
    /** Of a text: what is in it besides settings has its form, such as a number or a UUID. */
    FORMED,
    /** A text or collection whose length, or what is in it, was looked at before it came here. */
    MEASURED,
    /**
     * A text that a writer made, of whatever: read as what it was written as, it is well-formed.
     */
    WRITTEN,
    /** Of a text, or what is made of it: the program or its settings say how it begins. */
    BEGUN,
    /** Comes from an object of the program's own that is there whoever asks. */
    OWN,
    /** The address of the request: containers refuse what is none, RFC 9112 section 3.2. */
    ADDRESS,
    /** A text with at least one character that is no white space. */
    NOT_BLANK,
    /** A text that a constraint, or a test of its length, has kept from being too long. */
    BOUNDED
  }

  /** On nothing that is known. */
  public static final Dependence NONE = new Dependence(0, Set.of());

  /** On something of which nothing is known. */
  public static final Dependence UNKNOWN = of(Cause.UNKNOWN);

  /** On what the client sent. */
  public static final Dependence REQUEST = of(Cause.REQUEST);

  /** On what is stored, or is somewhere else. */
  public static final Dependence STATE = of(Cause.STATE);

  /** On the program alone. */
  public static final Dependence CONSTANT = of(Cause.CONSTANT);

  private static final int TRAITS = 16;

  /** Where the causes begin that it was chosen by. */
  private static final int CHOICES = 8;

  /** Traits that are promises. */
  private static final long SURE =
      of(Trait.CHECKED).bits
          | of(Trait.NOT_EMPTY).bits
          | of(Trait.NOT_BLANK).bits
          | of(Trait.INPUT).bits
          | of(Trait.VALID).bits
          | of(Trait.LEFT_OUT).bits
          | of(Trait.VOUCHED).bits
          | of(Trait.FORMED).bits
          | of(Trait.MEASURED).bits
          | of(Trait.WRITTEN).bits
          | of(Trait.BEGUN).bits
          | of(Trait.BOUNDED).bits
          | of(Trait.ADDRESS).bits;

  /** Traits that nothing has which is computed from what has them. */
  private static final long OF_ITSELF =
      of(Trait.NOT_EMPTY).bits
          | of(Trait.NOT_BLANK).bits
          | of(Trait.INPUT).bits
          | of(Trait.VALID).bits
          | of(Trait.BOUNDED).bits
          | of(Trait.MEASURED).bits;

  /** Traits of texts that come from exceptions. */
  private static final long OF_EXCEPTIONS =
      of(Trait.MESSAGE).bits
          | of(Trait.STACK_TRACE).bits
          | of(Trait.TYPE_NAME).bits
          | of(Trait.STATEMENT).bits
          | of(Trait.ANY_MESSAGE).bits;

  private static final Cause[] CAUSES = Cause.values();

  private static final long ALL_CAUSES = (1L << CAUSES.length) - 1;
  private static final long VARYING = ALL_CAUSES & ~CONSTANT.bits;
  private static final long ALL_CHOICES = ALL_CAUSES << CHOICES;

  /** Where the causes begin of the rest of an object into which something was put. */
  private static final int REST = 40;

  /** The rest is told from what was put in. */
  private static final long TOLD = 1L << (REST + CAUSES.length);

  /** Others have put something in, too, of which nobody knows what. */
  private static final long MIXED = TOLD << 1;

  /** Where the number begins of characters that a text has at most. */
  private static final int MOST = 48;

  /** Of a text that may have any number of characters, whatever else was checked. */
  public static final int ANY_LENGTH = (1 << 15) - 1;

  private static final long ALL_MOST = (long) ANY_LENGTH << MOST;

  private static final long ALL_REST = TOLD | (ALL_CAUSES << REST);

  /** Written out, as in other records that are compared all the time: the generated one is slow. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Dependence that && bits == that.bits && found.equals(that.found));
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(bits) + found.hashCode();
  }

  /** On that and nothing else. */
  @SuppressWarnings("EnumOrdinal" /* each constant has its bit, which leaves no trace outside */)
  public static Dependence of(Cause cause) {
    return new Dependence(1L << cause.ordinal(), Set.of());
  }

  /** On nothing, with that trait. */
  @SuppressWarnings("EnumOrdinal" /* each constant has its bit, which leaves no trace outside */)
  public static Dependence of(Trait trait) {
    return new Dependence(1L << (TRAITS + trait.ordinal()), Set.of());
  }

  /**
   * Of both. What is sure of a value stays so only if it is sure of all that it is made of; what
   * depends on nothing that varies does no harm.
   */
  public Dependence and(Dependence other) {
    long joined =
        withRestOfBoth((bits | other.bits) & ~(unsure(other) | other.unsure(this)), other);
    joined = (joined & VARYING) == 0 ? joined : joined & ~of(Trait.OWN).bits;
    joined = (joined & ~ALL_MOST) | Math.max(bits & ALL_MOST, other.bits & ALL_MOST);
    Set<String> both = foundByBoth(other);
    if (joined == bits && both.equals(found)) {
      return this;
    }
    return joined == other.bits && both.equals(other.found) ? other : new Dependence(joined, both);
  }

  private long withRestOfBoth(long joined, Dependence other) {
    return (joined & TOLD) == 0
        ? joined
        : (joined & ~ALL_REST) | TOLD | ((restCauses() | other.restCauses()) << REST);
  }

  private long restCauses() {
    return ((bits & TOLD) == 0 ? bits : bits >> REST) & ALL_CAUSES;
  }

  private Set<String> foundByBoth(Dependence other) {
    if (found.equals(other.found)) {
      return found;
    }
    if (!varies() || !other.varies()) {
      return varies() ? found : other.found;
    }
    Set<String> both = new TreeSet<>(found);
    both.retainAll(other.found);
    return both;
  }

  /**
   * What is sure of the other and not of this, which varies. That the form of what was sent is
   * right stays true beside settings.
   */
  private long unsure(Dependence other) {
    boolean beside = isOnly(Cause.CONFIGURATION) && other.on(Cause.REQUEST);
    long sure = beside ? SURE & ~of(Trait.CHECKED).bits : SURE;
    return varies() && !other.isNone() ? sure & other.bits & ~bits : 0;
  }

  /** The same without the trait. */
  public Dependence without(Trait trait) {
    return new Dependence(bits & ~of(trait).bits, found);
  }

  /** The same with the trait. */
  public Dependence with(Trait trait) {
    return new Dependence(bits | of(trait).bits, found);
  }

  /** The same, and these lookups find something by it. */
  public Dependence foundBy(Set<String> lookups) {
    if (found.containsAll(lookups)) {
      return this;
    }
    Set<String> all = new TreeSet<>(found);
    all.addAll(lookups);
    return new Dependence(bits, all);
  }

  /** What is sure of it, whatever it depends on. */
  public Dependence promises() {
    return new Dependence(bits & SURE, found).most(isLooked(bits) ? most() : 0);
  }

  /** The same with all that is sure of another. */
  public Dependence promising(Dependence more) {
    Dependence all = new Dependence(bits | (more.bits & SURE), found).foundBy(more.found);
    boolean both = most() > 0 && more.most() > 0;
    return isLooked(more.bits) ? all.most(both ? Math.min(most(), more.most()) : more.most()) : all;
  }

  private static boolean isLooked(long bits) {
    return (bits & (of(Trait.BOUNDED).bits | of(Trait.CHECKED).bits)) != 0;
  }

  /** The same of a text that has at most so many characters; 0 if nobody knows how many. */
  public Dependence bounded(int characters) {
    return with(Trait.BOUNDED).most(characters);
  }

  /**
   * How many characters the text has at most; {@link #ANY_LENGTH} if it may have any number; 0 if
   * nobody knows what those have let pass who have {@link Trait#CHECKED} or {@link Trait#BOUNDED}
   * it.
   */
  public int most() {
    return (int) ((bits & ALL_MOST) >> MOST);
  }

  /** The same of a text that has at most so many characters; see {@link #most()}. */
  public Dependence most(int characters) {
    long some = (long) Math.min(characters, ANY_LENGTH) << MOST;
    return new Dependence((bits & ~ALL_MOST) | some, found);
  }

  /** What of it is not in another. */
  public Dependence beyond(Dependence other) {
    Set<String> more = new TreeSet<>(found);
    more.removeAll(other.found);
    long rest = bits & ~other.bits;
    return new Dependence(rest, more).most(isLooked(rest) ? most() : 0);
  }

  /** What is in both. */
  Dependence shared(Dependence other) {
    Set<String> both = new TreeSet<>(found);
    both.retainAll(other.found);
    return new Dependence(bits & other.bits, both)
        .most(most() == 0 || other.most() == 0 ? 0 : Math.max(most(), other.most()));
  }

  /** Of what is computed from it. */
  public Dependence computed() {
    long rest = bits & ~(OF_ITSELF | ALL_REST | MIXED | ALL_MOST);
    return rest == bits && found.isEmpty() ? this : new Dependence(rest, Set.of());
  }

  /** Of a part of it, or of what holds it. */
  public Dependence apart() {
    long rest = bits & ~(ALL_CHOICES | ALL_REST | MIXED);
    return rest == bits && found.isEmpty() ? this : new Dependence(rest, Set.of());
  }

  /**
   * The same, chosen by something: which it is, and whether there is any, depends on that; what is
   * in it does not.
   */
  public Dependence chosenBy(Dependence by) {
    long choices = (by.decided().bits & ALL_CAUSES & ~CONSTANT.bits) << CHOICES;
    return (bits & choices) == choices ? this : new Dependence(bits | choices, found);
  }

  /** Of the question which it is, or whether there is any. */
  public Dependence decided() {
    long choices = (bits >> CHOICES) & ALL_CAUSES;
    return choices == 0 ? this : new Dependence((bits & ~ALL_CHOICES) | choices, found);
  }

  /** Of an object into which something is put: what nobody sets depends on what it did before. */
  public Dependence taking(Dependence more) {
    Dependence all = and(more);
    if ((all.bits & MIXED) != 0) {
      return all.whole();
    }
    return new Dependence((all.bits & ~ALL_REST) | TOLD | (restCauses() << REST), all.found);
  }

  /** Whether something was put into it, and what nobody has set is told from that. */
  public boolean isTold() {
    return (bits & TOLD) != 0;
  }

  /** Whether something else may have put something into it. */
  public boolean isMixed() {
    return (bits & MIXED) != 0;
  }

  /** Of what in such an object nobody has set. */
  public Dependence rest() {
    return (bits & TOLD) == 0
        ? this
        : new Dependence((bits & ~(ALL_REST | ALL_CAUSES)) | restCauses(), found);
  }

  /** The same of an object into which something else may put something at any time. */
  public Dependence mixed() {
    return new Dependence((bits & ~ALL_REST) | MIXED, found);
  }

  /** The same of an object of which it is not known any more what was set in it. */
  public Dependence whole() {
    return (bits & TOLD) == 0 ? this : new Dependence(bits & ~ALL_REST, found);
  }

  /** On what an object of the program's own holds, and on nothing that varies. */
  public boolean isOwn() {
    return has(Trait.OWN) && !varies();
  }

  /** Whether that has a part in it. */
  public boolean on(Cause cause) {
    return (bits & of(cause).bits) != 0;
  }

  /** On that and nothing else that varies. */
  public boolean isOnly(Cause cause) {
    return (bits & ALL_CAUSES & ~CONSTANT.bits) == of(cause).bits;
  }

  /** Whether it has the trait. */
  public boolean has(Trait trait) {
    return (bits & of(trait).bits) != 0;
  }

  /** What it shows of exceptions. */
  public Dependence exceptionTexts() {
    return new Dependence(bits & OF_EXCEPTIONS, Set.of());
  }

  /** Whether it shows anything of exceptions. */
  public boolean showsExceptions() {
    return (bits & OF_EXCEPTIONS) != 0;
  }

  /** The same of what shows nothing of exceptions, such as a number. */
  public Dependence withoutExceptionTexts() {
    return showsExceptions() ? new Dependence(bits & ~OF_EXCEPTIONS, found) : this;
  }

  /** Depends on nothing at all; traits do not count. */
  public boolean isNone() {
    return (bits & ALL_CAUSES) == 0;
  }

  /** Depends on something that is not fixed in the program text. */
  public boolean varies() {
    return (bits & VARYING) != 0;
  }

  /**
   * The first cause that applies, in the order of {@link Cause}; {@code CONSTANT} if there is none.
   * What depends on more than settings is no matter of settings alone.
   */
  public Cause first() {
    for (Cause cause : CAUSES) {
      if (cause == Cause.CONFIGURATION ? isSetting() : cause != Cause.CONSTANT && on(cause)) {
        return cause;
      }
    }
    return Cause.CONSTANT;
  }

  /** What of it is settings. */
  public Dependence settings() {
    return new Dependence(bits & (of(Cause.CONFIGURATION).bits | CONSTANT.bits), Set.of());
  }

  private boolean isSetting() {
    return on(Cause.CONFIGURATION) && !on(Cause.STATE) && !on(Cause.UNKNOWN);
  }
}
