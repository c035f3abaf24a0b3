package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Incident;
import io.github.errorhygiene.contract.Incident.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A request's body is read into memory as a whole, however long it is. */
final class UnboundedBody implements Rule {
  /** Limited, if at all, by a setting of the framework: one complaint for all. */
  private static final Set<Kind> OF_FRAMEWORK = Set.of(Kind.BODY_READ, Kind.UPLOAD_READ);

  @Override
  public String id() {
    return "unbounded-body";
  }

  @Override
  public String summary() {
    return "The whole body of a request is read into memory, however long it is";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Finding> judge(Application application) {
    List<Finding> findings = new ArrayList<>();
    Happening.by(application, Set.of(Kind.STREAM_READ), any -> true, Incident::place)
        .forEach(happening -> findings.add(finding(happening, "")));
    application.servers().forEach(server -> findings.addAll(ofFrameworks(server)));
    return findings;
  }

  private List<Finding> ofFrameworks(Application application) {
    List<Finding> findings = new ArrayList<>();
    for (String framework : frameworks(application)) {
      Happening.by(of(framework, application), OF_FRAMEWORK, any -> true, Incident::kind)
          .forEach(happening -> findings.add(finding(happening, framework)));
    }
    return findings;
  }

  private static SortedSet<String> frameworks(Application application) {
    SortedSet<String> names = new TreeSet<>();
    application.contracts().forEach(contract -> names.add(contract.framework()));
    return names;
  }

  private static Application of(String framework, Application application) {
    List<Contract> contracts =
        application.contracts().stream()
            .filter(contract -> contract.framework().equals(framework))
            .toList();
    return application.withContracts(contracts);
  }

  private Finding finding(Happening happening, String framework) {
    Incident incident = happening.first();
    String cause = framework.isEmpty() ? incident.detail() : framework + incident.kind();
    return new Finding(
        id(),
        severity(),
        message(happening, framework),
        incident.place(),
        "",
        happening.endpoints(),
        null,
        0,
        0,
        "",
        StatusLine.of(413),
        incident.trace(),
        Fingerprint.of(List.of(id(), happening.endpoints().get(0).handler(), cause)));
  }

  private static String message(Happening happening, String framework) {
    Incident incident = happening.first();
    String what = incident.kind() == Kind.UPLOAD_READ ? "an uploaded file" : "the body";
    String read =
        what + " of " + happening.where() + " is read into memory by " + incident.detail();
    return framework.isEmpty()
        ? read + ", and nothing limits how long it may be"
        : read + ", and " + framework + " does not limit how long it may be";
  }
}
