package io.github.errorhygiene.policy;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.rule.Judgement;
import java.util.List;

/**
 * What is not judged. Sources that are left out are read all the same, because others call them.
 *
 * @param sources patterns of paths relative to the analysed root
 * @param endpoints patterns of endpoints' paths, each perhaps with a method before it: {@code GET
 *     /health}
 */
public record LeaveOut(List<String> sources, List<String> endpoints) {
  /** Everything is judged. */
  public static final LeaveOut NOTHING = new LeaveOut(List.of(), List.of());

  public LeaveOut {
    sources = List.copyOf(sources);
    endpoints = List.copyOf(endpoints);
  }

  /** The application without the endpoints that are left out. */
  public Application from(Application application) {
    if (equals(NOTHING)) {
      return application;
    }
    List<Contract> contracts =
        application.contracts().stream().filter(each -> !covers(each.endpoint())).toList();
    return application.withContracts(contracts);
  }

  /** The judgement without what concerns sources that are left out. */
  public Judgement from(Judgement judgement) {
    return new Judgement(
        judgement.findings().stream().filter(each -> !covers(each.place())).toList(),
        judgement.suppressed().stream().filter(each -> !covers(each.finding().place())).toList(),
        judgement.gaps().stream().filter(gap -> !covers(gap.file())).toList());
  }

  private boolean covers(Place place) {
    return covers(place.file());
  }

  private boolean covers(String file) {
    return sources.stream().anyMatch(glob -> new Glob(glob).matches(file));
  }

  private boolean covers(Endpoint endpoint) {
    return covers(endpoint.place())
        || endpoints.stream().anyMatch(pattern -> matches(pattern, endpoint));
  }

  private static boolean matches(String pattern, Endpoint endpoint) {
    String[] parts = pattern.strip().split("\\s+", 2);
    return parts.length == 1
        ? new Glob(parts[0]).matches(endpoint.path())
        : parts[0].equals(endpoint.method()) && new Glob(parts[1]).matches(endpoint.path());
  }
}
