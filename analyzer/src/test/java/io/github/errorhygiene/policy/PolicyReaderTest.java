package io.github.errorhygiene.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.contract.Expectations;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.rule.Severity;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
  @Test
  void anEmptyFileDecidesNothing() throws PolicyException {
    Policy policy = read("# nothing yet\n");
    assertThat(policy.expectations()).isEqualTo(Expectations.DEFAULT);
    assertThat(policy.leaveOut()).isEqualTo(LeaveOut.NOTHING);
    assertThat(policy.severities()).isEmpty();
    assertThat(policy.off()).isEqualTo(Policy.DEFAULT.off());
    assertThat(policy.reasonDemanded()).isFalse();
  }

  @Test
  void aKeyWithNothingBehindItDecidesNothing() throws PolicyException {
    Policy policy = read("rules:\naccepted:\nleave-out:\nexceptions:\nmethods:\nrequest-ids:\n");
    assertThat(policy.expectations()).isEqualTo(Expectations.DEFAULT);
  }

  @Test
  void statuses() throws PolicyException {
    Expectations expectations =
        read("{invalid-input: 400, accepted: {missing: [410, 200], upstream-error: 424}}")
            .expectations();
    assertThat(expectations.fits(FailureMode.INVALID_INPUT)).isEqualTo(400);
    assertThat(expectations.fits(FailureMode.MISSING)).isEqualTo(404);
    assertThat(expectations.accepted(FailureMode.MISSING)).containsExactly(200, 410);
    assertThat(expectations.accepted(FailureMode.UPSTREAM_ERROR)).containsExactly(424);
    assertThat(expectations.accepted(FailureMode.CONFLICT)).isEmpty();
  }

  @Test
  void rules() throws PolicyException {
    Policy policy =
        read("rules: {wrong-status: warning, stolen-status: off, missing-request-id: on}");
    assertThat(policy.severities()).containsExactly(Map.entry("wrong-status", Severity.WARNING));
    assertThat(policy.disabledRules()).containsExactly("stolen-status");
    assertThat(policy.enabledRules()).containsExactly("missing-request-id");
  }

  @Test
  void aParameterWinsOverTheFile() throws PolicyException {
    Policy file =
        read("rules: {wrong-status: off, stolen-status: info, missing-request-id: error}");
    Policy parameters =
        new Policy(Map.of("wrong-status", Severity.WARNING), Set.of("missing-request-id"));
    Policy both = file.withRulesOf(parameters);
    assertThat(both.off()).contains("missing-request-id").doesNotContain("wrong-status");
    assertThat(both.severities())
        .containsEntry("wrong-status", Severity.WARNING)
        .containsEntry("stolen-status", Severity.INFO);
  }

  @Test
  void rowsAndNamesOfTheUser() throws PolicyException {
    Catalogue catalogue =
        Catalogue.bundled()
            .with(
                read("""
                        exceptions:
                          com.acme.Vanished: {mode: missing}
                        methods:
                          com.acme.Journal: [{call: failure, log: error}]
                        request-ids: {keys: ticket}
                        """)
                    .rows());
    assertThat(catalogue.exception("com.acme.Vanished")).isPresent();
    assertThat(catalogue.methods("com.acme.Journal", "failure")).hasSize(1);
    assertThat(catalogue.requestIds().isKey("ticket")).isTrue();
  }

  @Test
  void envelopesSuppressionsAndWhatIsLeftOut() throws PolicyException {
    Policy policy =
        read("{envelope: accepted, suppressions: {reason: required}, leave-out: {sources: a/**}}");
    assertThat(policy.expectations().envelope()).isTrue();
    assertThat(policy.reasonDemanded()).isTrue();
    assertThat(policy.leaveOut().sources()).containsExactly("a/**");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "invalid-imput: 400; p.yml:1:1: unknown key 'invalid-imput'; did you mean invalid-input? Known are accepted, envelope",
        "invalid-input: 404; p.yml:1:16: 'invalid-input' can be 422 or 400, not '404'",
        "invalid-input: [400]; p.yml:1:16: expected a single value",
        "accepted: {mising: 410}; p.yml:1:12: unknown key 'mising'; did you mean missing? Known are conflict",
        "accepted: {missing: 41}; p.yml:1:21: 'missing' must be from 200 to 599, not 41",
        "accepted: {missing: gone}; p.yml:1:21: 'missing' must be a number, not 'gone'",
        "accepted: 410; p.yml:1:11: expected a mapping",
        "envelope: yes; p.yml:1:11: 'envelope' is 'yes', known are wrong, accepted",
        "rules: {wrong-satus: off}; p.yml:1:9: there is no rule 'wrong-satus'; did you mean wrong-status?",
        "rules: {wrong-status: fatal}; p.yml:1:23: 'wrong-status' is 'fatal', known are error, warning, info, off, on",
        "rules: {wrong-status: off, wrong-status: on}; p.yml:1:28: 'wrong-status' stands here twice",
        "rules: [wrong-status]; p.yml:1:8: expected a mapping",
        "leave-out: {source: a}; p.yml:1:13: unknown key 'source'; did you mean sources? Known are endpoints, sources",
        "leave-out: {sources: {a: b}}; p.yml:1:22: expected a single value",
        "suppressions: {reason: always}; p.yml:1:24: 'reason' is 'always', known are optional, required",
        "exceptions: {a.B: {mood: missing}}; p.yml:1:20: unknown key 'mood'; did you mean mode?",
        "request-ids: {header: X}; p.yml:1:15: unknown key 'header'; did you mean headers?",
        "boundaries: [{exeption: a.B, status: 400}]; p.yml:1:15: unknown key 'exeption'; did you mean exception? Known are body-keys, call",
        "boundaries: [{status: 400}]; p.yml:1:14: a boundary needs either 'exception' or 'call'",
        "boundaries: [{exception: a.B, status: 4000}]; p.yml:1:39: 'status' must be from 200 to 599, not 4000",
        "boundaries: [{call: a.B.c, status: 400}]; p.yml:1:21: 'call' is like com.acme.Errors#answer, not 'a.B.c'",
        "boundaries: [{call: a.B#c, status: 400, logs: true}]; p.yml:1:41: what a method logs is said under 'methods'",
        "boundaries: {}; p.yml:1:13: expected a list of rows under 'boundaries'",
        "a: b: c; p.yml:1:5: mapping values are not allowed here",
        "- a; p.yml:1:1: expected a mapping",
      })
  void complaintsNameFileLineAndColumn(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml).off())
        .isInstanceOf(PolicyException.class)
        .hasMessageStartingWith(message.strip());
  }

  @Test
  void allComplaintsAreMadeAtOnce() {
    String yaml =
        """
        invalid-input: 404
        invalid-imput: 400
        rules:
          wrong-satus: off
          stolen-status: fatal
        accepted: {missing: 41, mising: 410}
        exceptions:
          a.B: {mood: missing}
        methods:
          a.C: [{throws: []}]
        """;
    assertThatThrownBy(() -> read(yaml).off())
        .message()
        .satisfies(
            message ->
                assertThat(message.lines().map(line -> line.split(":")[1]))
                    .containsExactly("1", "2", "4", "5", "6", "6", "8", "10"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/internal/**; /internal/jobs/{id}; true",
        "/internal/**; /internal; true",
        "/internal/**; /internals; false",
        "/orders/*; /orders/{id}; true",
        "/orders/*; /orders/{id}/lines; false",
        "**/legacy/**; src/main/java/com/acme/legacy/Old.java; true",
        "**/legacy/**; legacy/Old.java; true",
        "src/**/Old?.java; src/a/b/Old1.java; true",
        "a.b; axb; false",
      })
  void patterns(String glob, String path, boolean matches) {
    assertThat(new Glob(glob).matches(path)).isEqualTo(matches);
  }

  private static Policy read(String yaml) throws PolicyException {
    return PolicyReader.read("p.yml", yaml);
  }
}
