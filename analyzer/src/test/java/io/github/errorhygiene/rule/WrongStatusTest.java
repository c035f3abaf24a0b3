package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.contract.FailureBuilder.raisedByFramework;
import static io.github.errorhygiene.rule.Applications.CATCH_ALL;
import static io.github.errorhygiene.rule.Applications.HANDLER;
import static io.github.errorhygiene.rule.Applications.ORIGIN;
import static io.github.errorhygiene.rule.Applications.application;
import static io.github.errorhygiene.rule.Applications.contract;
import static io.github.errorhygiene.rule.Applications.framework;
import static io.github.errorhygiene.rule.Applications.handler;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Boundary.Kind;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Reaction;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrongStatusTest {
  private static final Boundary TAKEN = handler("Errors#taken(NameTaken)", "com.acme.NameTaken");

  private static final Boundary CLAUSE =
      new Boundary(
          Kind.CATCH, "catch (Exception)", new Place("Orders.java", 12, 5), "java.lang.Exception");

  private final WrongStatus rule = new WrongStatus();

  @Test
  void aConflictAnswered500IsReportedAtTheBoundary() {
    var row = nameTaken(500).answer("application/json", Certainty.YES, "error", "id");

    assertThat(rule.judge(with(row)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo("Errors#taken(NameTaken) answers 500 for NameTaken where 409 fits");
              assertThat(finding.place()).isEqualTo(TAKEN.place());
              assertThat(finding.origin()).isEqualTo(ORIGIN);
              assertThat(finding.now())
                  .isEqualTo(
                      """
                      HTTP/1.1 500 Internal Server Error
                      Content-Type: application/json

                      {"error": …, "id": …}""");
              assertThat(finding.instead()).startsWith("HTTP/1.1 409 Conflict\n");
            });
  }

  @Test
  void whatFitsOrIsAcceptedIsRight() {
    assertThat(rule.judge(with(nameTaken(409)))).isEmpty();
    assertThat(rule.judge(with(nameTaken(412).accepted(412)))).isEmpty();
  }

  @Test
  void whatIsOnlyTakenForAConflictIsAnInformation() {
    var guess =
        failure("com.acme.NameTaken").mode(FailureMode.CONFLICT).boundary(TAKEN, 500).guessed();
    assertThat(rule.judge(with(guess)))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void whatIsKnownStandsForWhatIsOnlyTakenForIt() {
    Place elsewhere = new Place("Other.java", 3, 5);
    var guess =
        failure("com.acme.NameTaken")
            .mode(FailureMode.CONFLICT)
            .boundary(TAKEN, 500)
            .origin(elsewhere)
            .guessed();
    assertThat(rule.judge(with(guess, nameTaken(500))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.ERROR);
              assertThat(finding.origin()).isEqualTo(ORIGIN);
            });
  }

  @Test
  void failuresOfOneExceptionThatAcceptTheSameStatusAreOneFinding() {
    var taken = nameTaken(500).accepted(422);
    var refused =
        failure("com.acme.NameTaken")
            .mode(FailureMode.INVALID_INPUT)
            .boundary(TAKEN, 500)
            .accepted(409);
    assertThat(rule.judge(with(refused, taken, taken)))
        .extracting(Finding::message)
        .containsExactly("Errors#taken(NameTaken) answers 500 for NameTaken where 409 fits");
    assertThat(rule.judge(with(refused, nameTaken(500)))).hasSize(2);
  }

  @Test
  void theServersOwnFailureIsNotTheCallers() {
    var row =
        failure("java.lang.IllegalStateException")
            .mode(FailureMode.UNEXPECTED)
            .boundary(CATCH_ALL, 400);
    assertThat(rule.judge(with(row)))
        .extracting(Finding::message)
        .containsExactly(
            "Errors#any(Exception) answers 400 for IllegalStateException where 500 fits");
  }

  @Test
  void aHandlerForEverythingThatBlamesTheCallerIsReportedForWhatNobodyThoughtOf() {
    assertThat(messages(reacting(CATCH_ALL, 400)))
        .containsExactly(
            "Errors#any(Exception) answers 400 for an unexpected failure where 500 fits");
    assertThat(messages(reacting(CATCH_ALL, 500))).isEmpty();
    assertThat(messages(reacting(CATCH_ALL, 200))).isEmpty();
  }

  @Test
  void whatIsKnownToBeTheServersFaultSaysItAlready() {
    var known = failure("com.acme.Broken").mode(FailureMode.UNEXPECTED).boundary(CATCH_ALL, 400);
    assertThat(messages(reacting(CATCH_ALL, 400, known)))
        .containsExactly("Errors#any(Exception) answers 400 for Broken where 500 fits");
  }

  @Test
  void aClauseForEverythingIsReportedIfMoreThanTheCallersFaultComesToIt() {
    var malformed =
        failure("java.lang.NumberFormatException")
            .mode(FailureMode.MALFORMED_INPUT)
            .boundary(CLAUSE, 400);
    var missing =
        failure("com.acme.OrderMissing")
            .mode(FailureMode.MISSING)
            .accepted(400)
            .boundary(CLAUSE, 400);

    assertThat(messages(reacting(CLAUSE, 400))).isEmpty();
    assertThat(messages(reacting(CLAUSE, 400, malformed))).isEmpty();
    assertThat(messages(reacting(CLAUSE, 400, malformed, missing)))
        .containsExactly("catch (Exception) answers 400 for an unexpected failure where 500 fits");
  }

  @Test
  void originsAndEndpointsOfOneBoundaryAndExceptionAreOneFinding() {
    var elsewhere = nameTaken(500).origin(new Place("Other.java", 1, 1));
    var application =
        application(
            contract("POST", "/a", nameTaken(500), elsewhere), contract("PUT", "/b", elsewhere));

    assertThat(rule.judge(application))
        .singleElement()
        .satisfies(finding -> assertThat(finding.endpoints()).hasSize(2));
  }

  @Test
  void theWaysInWhichOneCallOfAnotherFailsAreOneFinding() {
    var broken = upstream("com.acme.PeerBroken");
    var refused = upstream("com.acme.PeerRefused");
    var elsewhere = upstream("com.acme.PeerBroken").origin(new Place("Other.java", 1, 1));

    assertThat(messages(application(contract("GET", "/a", broken, refused))))
        .containsExactly(
            "Errors#any(Exception) answers 500 for PeerBroken or PeerRefused where 502 fits");
    assertThat(messages(application(contract("GET", "/a", broken, refused, elsewhere))))
        .as("another call that fails in other ways")
        .hasSize(2);
  }

  private static FailureBuilder upstream(String exception) {
    return failure(exception)
        .mode(FailureMode.UPSTREAM_ERROR)
        .origin(ORIGIN)
        .boundary(CATCH_ALL, 500);
  }

  @Test
  void aCatchBlockIsABoundaryToo() {
    Place place = new Place("Orders.java", 14, 7);
    var caught =
        new Boundary(Kind.CATCH, "catch in Orders#get(long)", place, "java.io.IOException");
    var row = failure("java.io.IOException").mode(FailureMode.UPSTREAM_ERROR).boundary(caught, 500);
    assertThat(rule.judge(with(row))).extracting(Finding::place).containsExactly(place);
  }

  @Test
  void aBoundaryOfTheFrameworkHasNoPlaceSoTheOriginIsShownOrElseAHandler() {
    var boundary = framework("com.acme.NameTaken");
    var row = failure("com.acme.NameTaken").mode(FailureMode.CONFLICT).boundary(boundary, 500);

    assertThat(rule.judge(with(row))).extracting(Finding::place).containsExactly(HANDLER);
    assertThat(rule.judge(with(row.origin(ORIGIN))))
        .extracting(Finding::place)
        .containsExactly(ORIGIN);
  }

  @Test
  void aStolenStatusIsNotReportedTwice() {
    var row =
        raisedByFramework("org.acme.Unreadable", "malformed body", FailureMode.MALFORMED_INPUT)
            .boundary(CATCH_ALL, 500);
    assertThat(rule.judge(with(row))).isEmpty();
    assertThat(new StolenStatus().judge(with(row))).hasSize(1);
  }

  @Test
  void theCodeOfAnAcceptedEnvelopeIsJudgedAsIfItWereTheStatus() {
    assertThat(rule.judge(with(nameTaken(200).envelope("code", 409)))).isEmpty();
    assertThat(rule.judge(with(nameTaken(200).envelope("code", 500))))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      TAKEN.name() + " answers 200 with code 500 for NameTaken where 409 fits");
              assertThat(finding.status()).isEqualTo(200);
              assertThat(finding.fits()).isEqualTo(409);
            });
    var stolen =
        raisedByFramework("org.acme.Unreadable", "malformed body", FailureMode.MALFORMED_INPUT)
            .boundary(CATCH_ALL, 200)
            .envelope("code", 500);
    assertThat(rule.judge(with(stolen))).isEmpty();
    assertThat(new StolenStatus().judge(with(stolen))).hasSize(1);
  }

  @Test
  void nothingIsSaidWhereTheModeIsUnknown() {
    var row = failure("com.acme.Odd").boundary(TAKEN, 500);
    assertThat(rule.judge(with(row))).isEmpty();
  }

  private List<String> messages(Application application) {
    return rule.judge(application).stream().map(Finding::message).toList();
  }

  /** An endpoint at which that boundary answers whatever comes to it. */
  @Test
  void whoTellsTheCallersFaultFromOthersIsNotReportedForWhatNobodyThoughtOf() {
    Contract contract = contract("GET", "/orders");
    List<Reaction> both =
        List.of(
            new Reaction(CATCH_ALL, Answer.ofStatus(400)),
            new Reaction(CATCH_ALL, Answer.ofStatus(500)));

    assertThat(messages(application(new Contract(contract.endpoint(), List.of(), both)))).isEmpty();
  }

  private static Application reacting(Boundary boundary, int status, FailureBuilder... failures) {
    Contract contract = contract("GET", "/orders", failures);
    Reaction reaction = new Reaction(boundary, Answer.ofStatus(status));
    return application(new Contract(contract.endpoint(), contract.failures(), List.of(reaction)));
  }

  private static FailureBuilder nameTaken(int status) {
    return failure("com.acme.NameTaken")
        .mode(FailureMode.CONFLICT)
        .origin(ORIGIN)
        .boundary(TAKEN, status);
  }
}
