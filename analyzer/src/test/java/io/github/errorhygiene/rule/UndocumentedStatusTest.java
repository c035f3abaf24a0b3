package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.contract.FailureBuilder.raisedByFramework;
import static io.github.errorhygiene.rule.Applications.application;
import static io.github.errorhygiene.rule.Applications.contract;
import static io.github.errorhygiene.rule.Applications.framework;
import static io.github.errorhygiene.rule.Applications.handler;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Documentation;
import io.github.errorhygiene.contract.Documentation.Response;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndocumentedStatusTest {
  private static final Place WRITTEN = new Place("Orders.java", 8, 3);
  private static final Boundary MISSING = handler("Errors#missing", "com.acme.Missing");
  private static final Boundary TAKEN = handler("Errors#taken", "com.acme.Taken");

  private final UndocumentedStatus rule = new UndocumentedStatus();

  private static Documentation documented(String... statuses) {
    List<Response> responses =
        Stream.of(statuses).map(status -> new Response(status, WRITTEN)).toList();
    return new Documentation(responses, new TreeSet<>(), new TreeSet<>());
  }

  private static FailureBuilder missing() {
    return failure("com.acme.Missing").mode(FailureMode.MISSING).boundary(MISSING, 404);
  }

  private static FailureBuilder taken() {
    return failure("com.acme.Taken").mode(FailureMode.CONFLICT).boundary(TAKEN, 409);
  }

  private List<String> messages(Contract... contracts) {
    return rule.judge(application(contracts)).stream().map(Finding::message).toList();
  }

  @Test
  void aStatusThatTheDocumentationDoesNotNameIsReported() {
    Contract orders =
        contract("GET", "/orders/{id}", missing(), taken()).with(documented("200", "404"));
    assertThat(rule.judge(application(orders)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "the documentation of GET /orders/{id} does not name 409, which Errors#taken"
                          + " answers for Taken");
              assertThat(finding.place()).isEqualTo(orders.endpoint().place());
              assertThat(finding.status()).isEqualTo(409);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"409", "4XX", "default"})
  void aStatusMayBeCoveredByItsClassOrByDefault(String written) {
    assertThat(messages(contract("GET", "/a", taken()).with(documented("404", written)))).isEmpty();
  }

  @Test
  void whatToolsDocumentForAllEndpointsIsDocumented() {
    Documentation general =
        new Documentation(
            List.of(new Response("404", WRITTEN)), new TreeSet<>(Set.of("409")), new TreeSet<>());
    assertThat(messages(contract("GET", "/a", taken()).with(general))).isEmpty();
  }

  @Test
  void endpointsWithoutDocumentationAreNotJudged() {
    assertThat(
            messages(
                contract("GET", "/a", missing()).with(documented("404")),
                contract("GET", "/b", missing())))
        .isEmpty();
  }

  @Test
  void whereNoErrorIsDocumentedNobodyMeansTo() {
    assertThat(messages(contract("GET", "/a", missing()).with(documented("200")))).isEmpty();
  }

  @Test
  void oneFindingForEachBoundaryAndStatus() {
    assertThat(
            messages(
                contract("GET", "/a", missing(), taken()).with(documented("409")),
                contract("GET", "/b", missing()).with(documented("200"))))
        .containsExactly(
            "the documentation of GET /a and GET /b does not name 404, which Errors#missing"
                + " answers for Missing");
  }

  @Test
  void oneLineIsMissingWhoeverAnswers() {
    FailureBuilder gone =
        failure("com.acme.Gone")
            .mode(FailureMode.MISSING)
            .boundary(handler("Errors#gone", "com.acme.Gone"), 404);
    assertThat(
            messages(
                contract("GET", "/a", gone, missing()).with(documented("409")),
                contract("GET", "/b", missing()).with(documented("200"))))
        .singleElement()
        .asString()
        .contains("GET /a and GET /b", "Errors#missing");
  }

  @Test
  void fiveHundredNeedNotBeDocumented() {
    FailureBuilder unexpected = failure("com.acme.Bug").boundary(MISSING, 500);
    assertThat(messages(contract("GET", "/a", unexpected).with(documented("404")))).isEmpty();
  }

  @Test
  void whatIsWrongIsToBeChangedAndNotDocumented() {
    FailureBuilder wrong =
        failure("com.acme.Taken").mode(FailureMode.CONFLICT).boundary(TAKEN, 503);
    assertThat(messages(contract("GET", "/a", wrong).with(documented("404")))).isEmpty();
  }

  @Test
  void whatIsNotSureIsNotMissed() {
    assertThat(messages(contract("GET", "/a", taken().unsure()).with(documented("404")))).isEmpty();
    assertThat(messages(contract("GET", "/a", taken().widespread()).with(documented("404"))))
        .isEmpty();
  }

  @Test
  void whatTheFrameworkRefusesCountsWhereItIsDocumentedElsewhere() {
    FailureBuilder malformed =
        raisedByFramework("a.Unreadable", "malformed body", FailureMode.MALFORMED_INPUT)
            .boundary(framework("a.Unreadable"), 400);
    Contract first = contract("POST", "/a", malformed).with(documented("404"));
    assertThat(messages(first)).isEmpty();
    assertThat(messages(first, contract("POST", "/b").with(documented("400")))).hasSize(1);
  }

  @Test
  void whoMayCallIsDocumentedForAllEndpointsOrForNone() {
    FailureBuilder forbidden =
        failure("com.acme.Forbidden").mode(FailureMode.FORBIDDEN).boundary(MISSING, 403);
    Contract first = contract("POST", "/a", forbidden).with(documented("404"));
    assertThat(messages(first)).isEmpty();
    assertThat(messages(first, contract("POST", "/b").with(documented("403")))).hasSize(1);
  }

  @Test
  void aDocumentedStatusThatNothingAnswersIsReported() {
    Contract orders =
        contract("GET", "/orders").with(documented("200", "404").withIdle(Set.of(404)));
    assertThat(rule.judge(application(orders)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "the documentation of GET /orders names 404, which nothing there answers");
              assertThat(finding.place()).isEqualTo(WRITTEN);
            });
  }

  @Test
  void documentationThatEndpointsShareIsRightIfOneOfThemAnswersSo() {
    assertThat(
            messages(
                contract("GET", "/orders").with(documented("404").withIdle(Set.of(404))),
                contract("GET", "/orders/{id}", missing()).with(documented("404"))))
        .isEmpty();
  }

  @Test
  void itIsOffUnlessAskedFor() {
    assertThat(rule.onByDefault()).isFalse();
  }
}
