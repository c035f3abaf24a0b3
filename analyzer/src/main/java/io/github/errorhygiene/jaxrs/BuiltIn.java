package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.contract.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a runtime gives by itself.
 *
 * @param exception to which it is the answer; empty if that does not matter
 * @param mapped for which type the mapper is registered that gives it: what a program maps is
 *     nearer if it is for a subtype
 * @param status 0: the one that the exception carries
 * @param contentType null: the answer has no body; {@link #PRODUCED}
 * @param keys members of the JSON body
 * @param exposes as in {@link io.github.errorhygiene.contract.Answer#exposes()}
 * @param id it has an id that leads to the log line
 * @param filtered response filters see it
 */
record BuiltIn(
    String exception,
    String mapped,
    int status,
    @Nullable String contentType,
    List<String> keys,
    List<String> exposes,
    boolean id,
    boolean filtered,
    By by) {
  /** Media type: what the resource method produces. */
  static final String PRODUCED = "PRODUCED";

  /** Who gives it. */
  enum By {
    /** A mapper of the runtime. */
    MAPPER,
    /** The exception has a status, the runtime adds a body. */
    STATUS,
    /** A filter of the runtime's: mappers are not asked. */
    FILTER,
    /** What the runtime does for all that is not mapped. */
    DEFAULT
  }

  BuiltIn {
    keys = List.copyOf(keys);
    exposes = List.copyOf(exposes);
  }

  /** The same exception, with another answer. */
  BuiltIn answeredAs(BuiltIn other) {
    return new BuiltIn(
        exception,
        other.mapped.isEmpty() ? mapped : other.mapped,
        other.status,
        other.contentType,
        other.keys,
        other.exposes,
        other.id,
        other.filtered,
        other.by);
  }

  /** The same to an exception of which the program wrote the message itself. */
  BuiltIn withoutMessage() {
    List<String> rest = exposes.stream().filter(each -> !each.equals(Answer.MESSAGE)).toList();
    return new BuiltIn(exception, mapped, status, contentType, keys, rest, id, filtered, by);
  }
}
