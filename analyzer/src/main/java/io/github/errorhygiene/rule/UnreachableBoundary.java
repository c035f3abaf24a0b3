package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Place;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A boundary for an exception that no endpoint throws, or that another boundary takes. */
final class UnreachableBoundary implements Rule {
  @Override
  public String id() {
    return "unreachable-boundary";
  }

  @Override
  public String summary() {
    return "A boundary is declared for an exception that never reaches it";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public List<Finding> judge(Application application) {
    Set<Boundary> reached =
        Row.of(application).map(row -> row.failure().boundary()).collect(Collectors.toSet());
    return application.boundaries().stream()
        .filter(boundary -> boundary.place() != null && !reached.contains(boundary))
        .map(this::finding)
        .toList();
  }

  private Finding finding(Boundary boundary) {
    Place place = Objects.requireNonNull(boundary.place());
    String exception = Names.simple(boundary.catches());
    return new Finding(
        id(),
        severity(),
        "no endpoint lets " + exception + " come to " + boundary.name(),
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
