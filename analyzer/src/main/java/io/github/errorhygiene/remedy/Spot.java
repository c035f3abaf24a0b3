package io.github.errorhygiene.remedy;

import java.util.List;
import java.util.Map;

/**
 * Where a program puts its server together, and how code is put in there.
 *
 * @param link a call that begins a chain to which calls may be added; empty for none
 * @param type of variables on which such chains begin; empty for none
 * @param lambda the name of a method whose function is handed such an object; empty for none
 * @param kept a call whose value is kept in a variable, of which the code makes use afterwards;
 *     empty for none
 * @param last the name of a method that is handed the outermost of those
 * @param handed the name of a method of which an argument is wrapped; empty for none
 * @param argument which, from 0
 * @param on what that method is called on: a type, or a call
 * @param all each such argument is wrapped
 * @param answers template of the expression that uses the class that answers exceptions
 * @param requestId template of the expression that uses the class that sets request ids
 */
public record Spot(
    String link,
    String type,
    String lambda,
    String kept,
    String last,
    String handed,
    int argument,
    List<String> on,
    boolean all,
    String answers,
    String requestId) {
  public Spot {
    on = List.copyOf(on);
  }

  static Spot read(Map<?, ?> place) {
    return new Spot(
        Data.text(place, "link"),
        Data.text(place, "type"),
        Data.text(place, "lambda"),
        Data.text(place, "kept"),
        Data.text(place, "last"),
        Data.text(place, "handed"),
        place.get("argument") instanceof Number number ? number.intValue() : 0,
        Data.list(place.get("on")),
        Boolean.TRUE.equals(place.get("all")),
        Data.text(place, "answers"),
        Data.text(place, "request-id"));
  }
}
