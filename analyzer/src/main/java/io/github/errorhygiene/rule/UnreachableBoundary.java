package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import java.util.List;
import java.util.Objects;

/** A boundary for an exception of the application that nothing throws. */
final class UnreachableBoundary implements Rule {
  @Override
  public String id() {
    return "unreachable-boundary";
  }

  @Override
  public String summary() {
    return "A boundary is declared for an exception of the application that nothing throws";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public List<Finding> judge(Application application) {
    return application.idle().stream()
        .filter(boundary -> boundary.place() != null)
        .map(this::finding)
        .toList();
  }

  private Finding finding(Boundary boundary) {
    Place place = Objects.requireNonNull(boundary.place());
    String exception = Names.simple(boundary.catches());
    return new Finding(
        id(),
        severity(),
        "nothing throws " + exception + ", which " + boundary.name() + " is there for",
        place,
        boundary.catches(),
        List.of(),
        null,
        0,
        0,
        "",
        "",
        List.of(),
        Fingerprint.of(List.of(id(), boundary.name(), boundary.catches())));
  }
}
