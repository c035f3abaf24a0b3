package io.github.errorhygiene.web;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import java.util.List;
import java.util.SortedSet;

/** One web framework: what it calls an endpoint, and what it makes of an exception. */
public interface Framework {
  /** For people: {@code Spring MVC}. */
  String name();

  /** Which of several applications in one tree it is, see {@link Project#server}. */
  default String server() {
    return "";
  }

  /** How its answers are read. */
  AnswerReader reader();

  /** How the answers of a handler are read. */
  default AnswerReader reader(Handler handler) {
    return reader();
  }

  /**
   * The statuses of one way in which a handler answers; 0 for one that is not known.
   *
   * @see Parts#of
   */
  default SortedSet<Integer> statuses(Handler handler, Instance part) {
    return Parts.statuses(part, handler.success());
  }

  /**
   * The parameter for which the framework reads the request's body to its end before the handler
   * runs, {@code @RequestBody String}; empty if there is none.
   */
  default String readsWhole(Handler handler) {
    return "";
  }

  /** What answers requests in the program, in any order. */
  List<Handler> handlers();

  /** What the client sees when the exception leaves the handler, most likely first; never empty. */
  List<Outcome> outcomes(Handler handler, Escape escape);

  /**
   * The exceptions for which one stands of which no more is known than a supertype: itself, and
   * those of its subtypes that the framework answers otherwise.
   */
  default List<Escape> kinds(Escape escape) {
    return List.of(escape);
  }

  /** What the application has declared for exceptions of its own, whether or not they arise. */
  default List<Boundary> boundaries() {
    return List.of();
  }

  /**
   * The methods of the application that answer exceptions for many endpoints: what they declare,
   * tools write into the documentation of each.
   */
  default List<AnsweringMethod> answeringMethods() {
    return List.of();
  }

  /**
   * What can go wrong before a handler runs.
   *
   * @see RequestFailure
   */
  List<RequestFailure> requestFailures(List<Handler> handlers);
}
