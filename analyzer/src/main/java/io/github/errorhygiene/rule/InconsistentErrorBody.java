package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The errors of one application come in forms that one parser cannot read. */
final class InconsistentErrorBody implements Rule {
  @Override
  public String id() {
    return "inconsistent-error-body";
  }

  @Override
  public String summary() {
    return "The boundaries of one application answer errors in different shapes";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public List<Finding> judge(Application application) {
    return application.servers().stream().flatMap(server -> judgeOne(server).stream()).toList();
  }

  private List<Finding> judgeOne(Application application) {
    List<Family> families = families(application);
    return families.size() < 2 ? List.of() : List.of(finding(families));
  }

  /**
   * Answers that one parser reads, the most used form first; without those that leave the body to
   * the framework.
   */
  private static List<Family> families(Application application) {
    List<Family> families = new ArrayList<>();
    List<Shape> defaults = defaults(application);
    Row.of(application)
        .filter(InconsistentErrorBody::isOwn)
        .forEach(
            row ->
                Shape.of(row.failure().answer())
                    .filter(shape -> !defaults.contains(shape))
                    .ifPresent(shape -> add(families, shape, row)));
    families.sort(Comparator.comparingInt(family -> -family.rows().size()));
    return families;
  }

  private static List<Shape> defaults(Application application) {
    return application.contracts().stream()
        .flatMap(contract -> contract.unexpected().stream())
        .filter(reaction -> reaction.boundary() == null)
        .flatMap(reaction -> Shape.of(reaction.answer()).stream())
        .distinct()
        .toList();
  }

  private static boolean isOwn(Row row) {
    Boundary boundary = row.failure().boundary();
    return row.failure().answer().judged() >= 400 && boundary != null && boundary.writes();
  }

  private static void add(List<Family> families, Shape shape, Row row) {
    for (Family family : families) {
      if (family.shape().isLike(shape)) {
        family.rows().add(row);
        return;
      }
    }
    families.add(new Family(shape, new ArrayList<>(List.of(row))));
  }

  /** The form that fewest answers have is the one to change. */
  private Finding finding(List<Family> families) {
    Family odd = families.get(families.size() - 1);
    Group group = new Group(odd.rows());
    Boundary boundary = odd.boundary();
    Place place = Objects.requireNonNull(boundary.place());
    String forms = families.stream().map(Family::label).collect(Collectors.joining("; "));
    return new Finding(
        id(),
        severity(),
        "errors are answered in " + families.size() + " shapes: " + forms,
        place,
        "",
        List.of(),
        null,
        0,
        0,
        StatusLine.of(odd.rows().get(0).failure().answer()),
        StatusLine.of(families.get(0).rows().get(0).failure().answer()),
        group.trace(),
        Fingerprint.of(List.of(id())));
  }

  /** Answers of one form; the list grows while they are collected. */
  private record Family(Shape shape, List<Row> rows) {
    Boundary boundary() {
      return Objects.requireNonNull(rows.get(0).failure().boundary());
    }

    String label() {
      return shape.label() + " by " + boundary().name();
    }
  }
}
