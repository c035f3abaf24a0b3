package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.rule.Applications.HANDLER;
import static io.github.errorhygiene.rule.Applications.ORIGIN;
import static io.github.errorhygiene.rule.Applications.application;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Suppression;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SuppressedTest {
  private static final String UNCAUGHT = "uncaught-exception";
  private static final Place ELSEWHERE = new Place("Other.java", 30, 5);

  @Test
  void aFindingAtAPlaceThatIsCovered() {
    Suppression suppression = at(HANDLER, "old clients", UNCAUGHT);
    Judgement judgement = judge(with(missing(ORIGIN)), suppression);
    assertThat(judgement.findings()).isEmpty();
    assertThat(judgement.suppressed())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.finding().rule()).isEqualTo(UNCAUGHT);
              assertThat(each.by()).isEqualTo(suppression);
            });
    assertThat(judgement.gaps()).isEmpty();
  }

  @Test
  void orWhoseFailureArisesThere() {
    Judgement judgement = judge(with(missing(ORIGIN)), at(ORIGIN, "", UNCAUGHT));
    assertThat(judgement.findings()).isEmpty();
    assertThat(judgement.suppressed()).hasSize(1);
  }

  @Test
  void noSuppressionMeansAllRules() {
    assertThat(judge(with(missing(ORIGIN)), at(HANDLER, "")).findings()).isEmpty();
  }

  @Test
  void otherRulesAndOtherLinesAreToldStill() {
    Suppression other = at(HANDLER, "", "wrong-status");
    Suppression below = at(new Place(HANDLER.file(), HANDLER.line() + 1, 1), "", UNCAUGHT);
    assertThat(judge(with(missing(ORIGIN)), other, below).findings()).hasSize(1);
  }

  @Test
  void whatElseAFindingIsAboutIsToldStill() {
    Application two = application(contract("/a", HANDLER), contract("/b", ELSEWHERE));
    Judgement judgement = judge(two, at(HANDLER, "", UNCAUGHT));
    assertThat(judgement.findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.endpoints()).extracting(Endpoint::path).containsExactly("/b"));
    assertThat(judgement.gaps()).isEmpty();
  }

  @Nested
  class Unused {
    @Test
    void whatSuppressesNothingIsTold() {
      assertThat(judge(with(missing(ORIGIN)), at(ELSEWHERE, "", UNCAUGHT)).gaps())
          .containsExactly(gap("suppresses nothing of uncaught-exception; remove it"));
      assertThat(judge(with(missing(ORIGIN)), at(ELSEWHERE, "")).gaps())
          .containsExactly(gap("suppresses nothing; remove it"));
    }

    @Test
    void unlessTheRuleIsOff() {
      List<Suppression> suppressions = List.of(at(ELSEWHERE, "", UNCAUGHT), at(ELSEWHERE, ""));
      Judgement judgement =
          Rules.judge(with(missing(ORIGIN)), new Terms(Map.of(), Set.of(UNCAUGHT)), suppressions);
      assertThat(judgement.gaps()).isEmpty();
    }

    @Test
    void aRuleThatIsNoneIsNamed() {
      assertThat(judge(with(missing(ORIGIN)), at(HANDLER, "", "uncaught")).gaps())
          .extracting(Gap::message)
          .containsExactly("suppresses nothing: there is no rule 'uncaught'");
    }

    @Test
    void anIdThatMayBeMeantForAnotherToolIsNone() {
      Suppression bare =
          new Suppression(
              Suppression.Kind.ANNOTATION,
              "Other.java",
              List.of("this-escape"),
              false,
              "",
              new Position(1, 1),
              1,
              99);
      assertThat(judge(with(missing(ORIGIN)), bare).gaps()).isEmpty();
    }
  }

  @Test
  void aReasonCanBeDemanded() {
    List<Suppression> without = List.of(at(HANDLER, "", UNCAUGHT));
    Judgement judgement =
        Rules.judge(with(missing(ORIGIN)), new Terms(Map.of(), Set.of(), true), without);
    assertThat(judgement.findings()).hasSize(1);
    assertThat(judgement.gaps())
        .extracting(Gap::message)
        .containsExactly("suppresses nothing: it gives no reason, which the policy demands");

    List<Suppression> reasoned = List.of(at(HANDLER, "old clients", UNCAUGHT));
    assertThat(
            Rules.judge(with(missing(ORIGIN)), new Terms(Map.of(), Set.of(), true), reasoned)
                .findings())
        .isEmpty();
  }

  private static Judgement judge(Application application, Suppression... suppressions) {
    return Rules.judge(application, new Terms(Map.of(), Set.of()), List.of(suppressions));
  }

  private static Suppression at(Place place, String reason, String... rules) {
    return new Suppression(
        Suppression.Kind.COMMENT,
        place.file(),
        List.of(rules),
        true,
        reason,
        new Position(place.line(), 1),
        place.line(),
        place.line());
  }

  private static Gap gap(String message) {
    return new Gap(Gap.Kind.SUPPRESSION, "Other.java", new Position(30, 1), message);
  }

  private static Contract contract(String path, Place handler) {
    Endpoint endpoint = new Endpoint("GET", path, "com.acme.A#" + path, handler, new TreeSet<>());
    return new Contract(endpoint, List.of(missing(ORIGIN).build()));
  }

  private static FailureBuilder missing(Place origin) {
    return failure("com.acme.OrderMissing").mode(FailureMode.MISSING).origin(origin);
  }
}
