package io.github.errorhygiene.rule;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.rule.Applications.HANDLER;
import static io.github.errorhygiene.rule.Applications.ORIGIN;
import static io.github.errorhygiene.rule.Applications.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Place;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final String UNCAUGHT = "uncaught-exception";

  @Test
  void eachRuleUsesItsOwnSeverity() {
    assertThat(judge(with(missing(ORIGIN)), Map.of()))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  void theUserSetsTheSeverity() {
    assertThat(judge(with(missing(ORIGIN)), Map.of(UNCAUGHT, Severity.WARNING)))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
  }

  @Test
  void aFindingThatItsRuleMadeMilderStaysMilder() {
    var unsure = with(missing(ORIGIN).unsure());
    var nameless = with(failure("com.acme.Odd"));
    assertThat(judge(unsure, Map.of(UNCAUGHT, Severity.ERROR)))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
    assertThat(judge(nameless, Map.of(UNCAUGHT, Severity.INFO)))
        .extracting(Finding::severity)
        .containsExactly(Severity.INFO);
  }

  @Test
  void aDisabledRuleIsSilent() {
    assertThat(Rules.judge(with(missing(ORIGIN)), Map.of(), Set.of(UNCAUGHT))).isEmpty();
  }

  @Test
  void fingerprintsAreThirtyTwoHexadecimalDigits() {
    assertThat(judge(with(missing(ORIGIN)), Map.of()).get(0).fingerprint()).matches("[0-9a-f]{32}");
  }

  @Test
  void fingerprintsSurviveMovedLinesAndFiles() {
    Place moved = new Place("elsewhere/Orders.java", 99, 1);
    assertThat(fingerprints(at(moved, missing(moved))))
        .isEqualTo(fingerprints(at(HANDLER, missing(ORIGIN))));
  }

  @Test
  void equalFindingsAreNumberedInTheOrderOfTheSource() {
    var once = fingerprints(with(missing(ORIGIN)));
    var twice = fingerprints(with(missing(ORIGIN), missing(new Place("Store.java", 88, 1))));

    assertThat(twice).hasSize(2).doesNotHaveDuplicates().containsAll(once);
  }

  @Test
  void thereIsNoDocumentForAnUnknownRule() {
    assertThatThrownBy(() -> Rules.documentation("no-such-rule"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no rule no-such-rule");
  }

  private static List<Finding> judge(Application application, Map<String, Severity> severities) {
    return Rules.judge(application, severities, Set.of());
  }

  private static List<String> fingerprints(Application application) {
    return judge(application, Map.of()).stream().map(Finding::fingerprint).toList();
  }

  private static Application at(Place handler, FailureBuilder failure) {
    var endpoint =
        new Endpoint("GET", "/orders/{id}", "com.acme.Orders#get(long)", handler, new TreeSet<>());
    return Applications.application(new Contract(endpoint, List.of(failure.build())));
  }

  private static FailureBuilder missing(Place origin) {
    return failure("com.acme.OrderMissing").mode(FailureMode.MISSING).origin(origin);
  }
}
