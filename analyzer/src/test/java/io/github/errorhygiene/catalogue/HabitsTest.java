package io.github.errorhygiene.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class HabitsTest {
  private static final Habits HABITS = Habits.bundled();

  @Test
  void aRowSpeaksOfMethodsOfItsTypeAndOfTypesBelow() {
    List<String> owners = List.of("com.acme.Stream", "java.io.InputStream");

    assertThat(HABITS.of(owners, "readAllBytes", List.of())).isEqualTo(Habit.READS_TO_END);
    assertThat(HABITS.of(List.of("com.acme.Stream"), "readAllBytes", List.of())).isNull();
    assertThat(HABITS.of(owners, "available", List.of())).isNull();
  }

  @Test
  void overloadsAreToldApart() {
    List<String> mono = List.of("reactor.core.publisher.Mono");
    List<String> single = List.of("io.reactivex.rxjava3.core.Single");

    assertThat(HABITS.of(mono, "retry", List.of())).isEqualTo(Habit.RETRIES_FOREVER);
    assertThat(HABITS.of(mono, "retry", List.of("long"))).isEqualTo(Habit.RETRIES_AT_ONCE);
    assertThat(HABITS.of(single, "retry", List.of("long", "io.reactivex.Predicate")))
        .isEqualTo(Habit.RETRIES_AT_ONCE);
    assertThat(HABITS.of(single, "retry", List.of("io.reactivex.Predicate"))).isNull();
  }

  @Test
  void mostNamesAreUnknown() {
    assertThat(HABITS.mayKnow("retry")).isTrue();
    assertThat(HABITS.mayKnow("toString")).isTrue();
    assertThat(HABITS.mayKnow("equals")).isFalse();
  }

  @Test
  void typesAndNamesAreSorted() throws YamlException {
    YamlRow root = YamlRow.parse("habits.yaml", BundledFiles.text("habits.yaml"));

    assertThat(List.copyOf(root.section("habits").keys())).isSorted();
    assertThat(Habits.rows()).allSatisfy(row -> assertThat(row.names()).isSorted());
  }
}
