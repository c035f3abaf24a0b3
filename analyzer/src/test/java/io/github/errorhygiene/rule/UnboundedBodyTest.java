package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.IncidentBuilder.incident;
import static io.github.errorhygiene.rule.Applications.HANDLER;
import static io.github.errorhygiene.rule.Applications.ORIGIN;
import static io.github.errorhygiene.rule.Applications.application;
import static io.github.errorhygiene.rule.Applications.contract;
import static io.github.errorhygiene.rule.Applications.happening;
import static io.github.errorhygiene.rule.Applications.where;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.contract.IncidentBuilder;
import org.junit.jupiter.api.Test;

class UnboundedBodyTest {
  private static final String JERSEY = "Jersey";
  private final UnboundedBody rule = new UnboundedBody();

  @Test
  void aStreamThatIsReadToItsEndIsReportedWhereItIsRead() {
    var read = incident(Kind.STREAM_READ, ORIGIN).detail("InputStream.readAllBytes");

    assertThat(rule.judge(where(read)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "the body of GET /orders/{id} is read into memory by InputStream.readAllBytes,"
                          + " and nothing limits how long it may be");
              assertThat(finding.place()).isEqualTo(ORIGIN);
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.instead()).isEqualTo("HTTP/1.1 413 Content Too Large");
            });
  }

  @Test
  void whatTheFrameworkReadsIsOneFindingForAllItsEndpoints() {
    var asked = incident(Kind.BODY_READ, HANDLER).detail("@RequestBody String");
    var also = incident(Kind.BODY_READ, ORIGIN).detail("@RequestBody byte[]");

    assertThat(
            rule.judge(
                application(
                    of(JERSEY, "/a", asked), of(JERSEY, "/b", also), of(JERSEY, "/c", also))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "the body of GET /a and 2 more endpoints is read into memory by"
                          + " @RequestBody String, and Jersey does not limit how long it may be");
              assertThat(finding.endpoints()).hasSize(3);
            });
  }

  @Test
  void eachFrameworkAndUploadsHaveLimitsOfTheirOwn() {
    var body = incident(Kind.BODY_READ, HANDLER).detail("@RequestBody String");
    var upload = incident(Kind.UPLOAD_READ, HANDLER).detail("MultipartFile.getBytes");

    assertThat(rule.judge(application(of(JERSEY, "/a", body), of("Spark", "/b", body, upload))))
        .extracting(Finding::message)
        .hasSize(3)
        .anyMatch(message -> message.startsWith("an uploaded file of GET /b"));
  }

  @Test
  void otherIncidentsAreOthersBusiness() {
    assertThat(rule.judge(where(incident(Kind.SWALLOWED, ORIGIN)))).isEmpty();
  }

  private static Contract of(String framework, String path, IncidentBuilder... incidents) {
    Contract plain = happening(contract("GET", path), incidents);
    return new Contract(
        plain.endpoint(),
        plain.failures(),
        plain.unexpected(),
        plain.incidents(),
        framework,
        plain.documentation());
  }
}
