package io.github.errorhygiene.catalogue;

/**
 * A method that makes sure of something.
 *
 * @param argument index of the argument it makes sure of; {@link #RECEIVER} for the receiver
 * @param holds when it is sure
 * @param that what it is sure of
 */
public record Guard(int argument, Holds holds, That that) {
  /** Stands for the receiver in {@link #argument}. */
  public static final int RECEIVER = -1;

  /** When a guard is sure. */
  public enum Holds {
    /** If it returns true. */
    TRUE,
    /** If it returns false. */
    FALSE,
    /** If it returns at all; otherwise it throws what its row says. */
    RETURN,
    /** If what it returns, the complaints, is empty. */
    EMPTY
  }

  /** What a guard is sure of. */
  public enum That {
    /** Not null, not an empty {@code Optional}, collection, text or iterator. */
    PRESENT,
    /**
     * The receiver contains the key or element that is the first argument, or a row with that id
     * exists.
     */
    CONTAINED,
    /** Not null, and has at least one element or character. */
    NOT_EMPTY,
    /** The text can be parsed. */
    PARSABLE,
    /** There is a file of that name. */
    EXISTS,
    /** It is true. */
    TRUE,
    /** Its constraints hold; of a list of complaints, such as Spring's {@code Errors}: none. */
    VALID
  }
}
