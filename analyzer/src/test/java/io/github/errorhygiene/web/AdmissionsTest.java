package io.github.errorhygiene.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.domain.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that say that something failed. */
class AdmissionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "error",
        "fail",
        "Error: ",
        "<h1>Something went wrong</h1>",
        "The mail could not be sent",
        "Can't reach the bank",
        "import failed\n",
      })
  void theseDo(String text) {
    assertThat(Admissions.isOne(Value.constant(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ok", "done", "[]", "{}", "terror", "errorless", "0", "no offers today"})
  void theseDoNot(String text) {
    assertThat(Admissions.isOne(Value.constant(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"error"})
  void whatMayBeSomethingElseDoesNot(String text) {
    assertThat(Admissions.isOne(Value.constant(text).join(Value.constant("done")))).isFalse();
    assertThat(Admissions.isOne(Value.constant(text).join(Value.UNKNOWN))).isFalse();
  }
}
