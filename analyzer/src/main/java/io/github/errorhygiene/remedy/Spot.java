package io.github.errorhygiene.remedy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a program puts its server together, and how code is put in there.
 *
 * @param link a call that begins a chain to which calls may be added; empty for none
 * @param type of variables on which such chains begin; empty for none
 * @param lambda the name of a method whose function is handed such an object; empty for none
 * @param kept a call whose value is kept in a variable, of which the code makes use afterwards;
 *     empty for none
 * @param last the name of a method that is handed the outermost of those
 * @param handed the names of methods of which an argument is wrapped, and which, from 0; empty for
 *     none
 * @param on what those methods are called on: a type, or a call
 * @param all each such argument is wrapped
 * @param inner if anything is handed to one of these, what answers is put around that: failures
 *     come no further; {@code new ContextHandler} is handed what its first of several arguments is
 * @param answers template of the expression that uses the class that answers exceptions
 * @param requestId template of the expression that uses the class that sets request ids
 */
public record Spot(
    String link,
    String type,
    String lambda,
    String kept,
    String last,
    Map<String, Integer> handed,
    List<String> on,
    boolean all,
    List<String> inner,
    String answers,
    String requestId) {
  public Spot {
    handed = Collections.unmodifiableMap(new TreeMap<>(handed));
    on = List.copyOf(on);
    inner = List.copyOf(inner);
  }

  static Spot read(Map<?, ?> place) {
    return new Spot(
        Data.text(place, "link"),
        Data.text(place, "type"),
        Data.text(place, "lambda"),
        Data.text(place, "kept"),
        Data.text(place, "last"),
        Data.numbers(place.get("handed")),
        Data.list(place.get("on")),
        Boolean.TRUE.equals(place.get("all")),
        Data.list(place.get("inner")),
        Data.text(place, "answers"),
        Data.text(place, "request-id"));
  }
}
