package io.github.errorhygiene.maven;

import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.report.Health;
import io.github.errorhygiene.report.Report;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Reports with findings of given severities, one per line of {@code src/main/java/Orders.java}. */
final class Samples {
  private Samples() {}

  static Engine engine(Severity... severities) {
    return (request, progress) -> report(request, severities);
  }

  static Report report(AnalysisRequest request, Severity... severities) {
    Health health = new Health(1, 0, 20, 8, 2, true, List.of());
    Application application = new Application("Spring MVC", List.of(), List.of());
    List<Finding> findings =
        Stream.iterate(0, i -> i + 1)
            .limit(severities.length)
            .map(i -> finding(i + 1, severities[i]))
            .toList();
    return new Report(request.name(), request.root(), health, application, findings);
  }

  private static Finding finding(int line, Severity severity) {
    return new Finding(
        "wrong-status",
        severity,
        "OrderMissing is answered 500",
        new Place("src/main/java/Orders.java", line, 3),
        "com.acme.OrderMissing",
        List.of(),
        null,
        500,
        404,
        "HTTP/1.1 500",
        "HTTP/1.1 404",
        List.of(),
        "0123456789abcdef0123456789abcde" + line);
  }
}
