package io.github.errorhygiene.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Known.Caught;
import io.github.errorhygiene.domain.Known.Constant;
import io.github.errorhygiene.domain.Known.Instance;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final Value ONE = Value.constant(1);
  private static final Value TWO = Value.constant(2);

  @Test
  void fieldsAreOrderedByNameThenByValue() {
    assertThat(Order.ofFields(Map.of("a", TWO), Map.of("b", ONE))).isNegative();
    assertThat(Order.ofFields(Map.of("a", ONE), Map.of("a", TWO))).isNegative();
    assertThat(Order.ofFields(Map.of("a", TWO), Map.of("a", ONE))).isPositive();
    assertThat(Order.ofFields(Map.of("a", ONE), Map.of("a", ONE, "b", ONE))).isNegative();
    assertThat(Order.ofFields(Map.of("a", ONE), Map.of("a", ONE))).isZero();
  }

  @Test
  void itDoesNotMatterWhatWasFoundFirst() {
    Value more = ONE.join(TWO).join(Value.constant(3));
    Value found = of(new Constant(1), new Constant(2));
    Value foundTheOtherWay = of(new Constant(2), new Constant(1));
    assertThat(found.inOrder()).isEqualTo(foundTheOtherWay.inOrder());
    assertThat(Order.ofValues(found, more)).isEqualTo(Order.ofValues(foundTheOtherWay, more));
  }

  @Test
  void whatAValueDependsOnTellsItApart() {
    Value sent = Value.unknown(Dependence.REQUEST);
    Value stored = Value.unknown(Dependence.STATE);
    assertThat(Order.ofValues(sent, stored)).isNotZero();
    assertThat(Order.ofValues(sent, stored)).isEqualTo(-Order.ofValues(stored, sent));
    assertThat(Order.ofValues(sent, sent.failingWith(caught("A", Map.of())))).isNegative();
  }

  @Test
  void objectsAreOrderedByWhatIsKnownOfThem() {
    List<Known> ordered =
        List.of(
            new Caught(caught("A", Map.of())),
            new Caught(caught("B", Map.of())),
            new Constant("text"),
            new Known.EnumConstant("Color", "BLUE"),
            new Known.EnumConstant("Color", "RED"),
            new Instance("A", Map.of("a", TWO)),
            new Instance("B", Map.of("a", ONE)));
    assertThat(ordered).isSortedAccordingTo(Order::ofKnown);
    assertThat(ordered.stream().sorted(Order::ofKnown).distinct()).isEqualTo(ordered);
  }

  /** Each has two others in it, so that a text of it would double with each. */
  @Test
  void exceptionsInExceptionsAreOrderedWithoutReadingAllOfThem() {
    assertThatNoTimePasses(() -> assertThat(nested(1)).isLessThan(nested(2)));
  }

  private static Escape nested(int last) {
    Escape escape = caught("E", Map.of("a", Value.constant(last)));
    for (int i = 0; i < 40; i++) {
      Value inside = Value.of(new Caught(escape));
      escape = caught("E", Map.of("a", inside, "b", inside));
    }
    return escape;
  }

  private static Escape caught(String type, Map<String, Value> fields) {
    return Escape.ofFramework(type, FailureMode.UNEXPECTED, 0).telling(fields);
  }

  private static Value of(Known one, Known other) {
    Set<Known> alternatives = new LinkedHashSet<>(List.of(one, other));
    return new Value(alternatives, false, Dependence.CONSTANT, Dependence.NONE);
  }

  private static void assertThatNoTimePasses(Runnable work) {
    assertTimeoutPreemptively(Duration.ofSeconds(10), work::run);
  }
}
