package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static io.github.errorhygiene.escape.Evaluated.escapesOfBody;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@code throw} raises, and under which condition. */
class ThrowTest {
  @Test
  void nothingEscapesFromAnEmptyMethod() {
    assertThat(escapesOfBody("")).isEmpty();
  }

  @Test
  void aThrowEscapesAlways() {
    assertThat(escapesOfBody("throw new OrderMissing();")).containsExactly("OrderMissing always");
  }

  @Test
  void aThrowUnderAConditionEscapesBecauseOfWhatTheConditionDependsOn() {
    assertThat(escapesOfBody("if (id.isEmpty()) throw new OrderMissing();"))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void aConditionThatOnlyDependsOnConstantsDecidesNothing() {
    assertThat(escapesOfBody("if (1 > 0) throw new OrderMissing();"))
        .containsExactly("OrderMissing always");
  }

  @Test
  void theInnermostVaryingConditionDecides() {
    assertThat(
            escapesOfBody(
                """
                if (System.getenv("MODE") != null) {
                  if (id.length() > 3) {
                    if (1 > 0) throw new OrderMissing();
                  }
                }
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void whatDecidesIsNotKnownOfAnExceptionThatSomebodyElseMade() {
    assertThat(
            escapesOf(
                """
                Translator translator;
                void run(String id) {
                  if (id.isEmpty()) throw translator.translate(id);
                }
                """,
                "interface Translator { RuntimeException translate(String id); }"))
        .containsExactly("RuntimeException because UNKNOWN");
  }

  @Test
  void whatAReferenceHoldsIsStateThoughTheReferenceNeverChanges() {
    assertThat(
            escapesOf(
                """
                static final java.util.concurrent.atomic.AtomicReference<String> MODE =
                    new java.util.concurrent.atomic.AtomicReference<>();
                void run(String id) {
                  if (id.isEmpty()) check();
                }
                void check() {
                  if (MODE.get() == "closed") throw new OrderMissing();
                }
                """))
        .containsExactly("OrderMissing because STATE");
  }

  @Test
  void whatAnObjectOfTheProgramHoldsIsState() {
    assertThat(
            escapesOf(
                """
                Keys keys;
                void run(String id) {
                  if (id.isEmpty()) keys.open();
                }
                """,
                """
                class Keys {
                  private final byte[] key;
                  Keys(byte[] key) { this.key = key; }
                  void open() { open(key); }
                  static void open(byte[] key) {
                    if (key.length == 0) throw new OrderMissing();
                  }
                }
                """))
        .containsExactly("OrderMissing because STATE");
  }

  @Test
  void whatIsBesideItInTheQuestionDecides() {
    assertThat(
            escapesOf(
                """
                private final int most;
                void run(String id) {
                  if (id.length() > most) throw new OrderMissing();
                }
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void allPartsOfAConditionCount() {
    String other = "\"a\".compareTo(\"b\") > 0";

    assertThat(escapesOfBody("if (" + other + " || id.length() > 3) throw new OrderMissing();"))
        .containsExactly("OrderMissing because REQUEST");
    assertThat(escapesOfBody("if (id.length() > 3 && " + other + ") throw new OrderMissing();"))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void whatIsKnownOfNumbersDecides() {
    assertThat(escapesOfBody("if (1 > 0 || id.length() > 3) throw new OrderMissing();"))
        .containsExactly("OrderMissing always");
    assertThat(escapesOfBody("if (id.length() > 3 && 1 > 0) throw new OrderMissing();"))
        .containsExactly("OrderMissing because REQUEST");
    assertThat(escapesOfBody("int one = 1; if (one > 3L) throw new OrderMissing();")).isEmpty();
  }

  @Test
  void afterAnEarlyReturnTheConditionStaysInForce() {
    assertThat(
            escapesOfBody(
                """
                if (id.length() < 10) return;
                throw new OrderMissing();
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void afterANestedEarlyReturnTheConditionStaysInForce() {
    assertThat(
            escapesOfBody(
                """
                if (1 > 0) {
                  if (id.length() < 10) return;
                }
                throw new OrderMissing();
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void afterBothBranchesGoOnTheConditionIsOver() {
    assertThat(
            escapesOfBody(
                """
                String text;
                if (id.length() < 10) text = "short"; else text = "long";
                throw new OrderMissing(text);
                """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void codeThatIsNeverReachedThrowsNothing() {
    assertThat(escapesOfBody("return; ")).isEmpty();
    assertThat(escapesOfBody("if (false) throw new OrderMissing();")).isEmpty();
    assertThat(escapesOfBody("while (true) { id.length(); }")).isEmpty();
  }

  @Test
  void codeAfterAMethodThatAlwaysThrowsIsNeverReached() {
    assertThat(
            escapesOf(
                """
                void run(String id) { fail(); throw new Conflict(); }
                void fail() { throw new OrderMissing(); }
                """))
        .containsExactly("OrderMissing always");
  }

  @Test
  void aMadeExceptionIsThrownByTheOneWhoAskedForIt() {
    assertThat(
            escapesOf(
                """
                void run(String id) { if (id.isEmpty()) throw missing(id); }
                OrderMissing missing(String id) { return new OrderMissing(id); }
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void theCallersConditionCountsWhereNothingInTheMethodDecides() {
    assertThat(
            escapesOf(
                """
                void run(String id) { if (id.isEmpty()) fail(); }
                void fail() { throw new OrderMissing(); }
                """))
        .containsExactly("OrderMissing because REQUEST");
  }

  @Test
  void theMethodsOwnConditionCountsBeforeTheCallers() {
    assertThat(
            escapesOf(
                """
                void run(String id) { if (id.isEmpty()) fail(); }
                void fail() { if (System.getenv("MODE") == null) throw new OrderMissing(); }
                """))
        .containsExactly("OrderMissing because CONFIGURATION, absence");
  }
}
