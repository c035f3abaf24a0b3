package io.github.errorhygiene.contract;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the documentation of an endpoint says of the statuses that it answers: annotations, and the
 * project's OpenAPI files.
 *
 * @param responses sorted, without duplicates; empty if nothing is documented
 * @param general statuses that tools write into the documentation of every endpoint, because
 *     boundaries declare them
 * @param idle those of the documented statuses that nothing on its way answers; without those of
 *     which that cannot be told
 */
public record Documentation(
    List<Response> responses, SortedSet<String> general, SortedSet<Integer> idle) {
  /** Nothing is documented. */
  public static final Documentation NONE =
      new Documentation(List.of(), new TreeSet<>(), new TreeSet<>());

  private static final String ALL_OTHERS = "default";

  public Documentation {
    responses = responses.stream().sorted().distinct().toList();
    general = Collections.unmodifiableSortedSet(new TreeSet<>(general));
    idle = Collections.unmodifiableSortedSet(new TreeSet<>(idle));
  }

  /**
   * One documented answer.
   *
   * @param status as OpenAPI 3 writes it: {@code 404}, {@code 4XX}, {@code default}
   * @param place of the annotation; of the handler if it stands in another file
   */
  public record Response(String status, Place place) implements Comparable<Response> {
    private static final Comparator<Response> ORDER =
        Comparator.comparing(Response::status).thenComparing(Response::place);

    @Override
    public int compareTo(Response other) {
      return ORDER.compare(this, other);
    }

    /** Whether it says what an error is answered with. */
    public boolean isError() {
      return status.matches("[45](\\d\\d|XX)");
    }
  }

  /** The same, with what nothing answers. */
  public Documentation withIdle(Collection<Integer> statuses) {
    return new Documentation(responses, general, new TreeSet<>(statuses));
  }

  /** Whether the status is among those documented, by itself, by its class, or by default. */
  public boolean covers(int status) {
    return responses.stream().anyMatch(response -> covers(response.status(), status))
        || general.stream().anyMatch(written -> covers(written, status));
  }

  private static boolean covers(String written, int status) {
    return written.equals(ALL_OTHERS)
        || written.equals(String.valueOf(status))
        || written.equals(status / 100 + "XX");
  }
}
