package io.github.errorhygiene.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.unit.Unit;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CreatedTypesTest {
  private static final String SOURCE =
      """
      package shop;
      class Orders {
        static final RuntimeException SOLD_OUT = new SoldOut();
        void find(java.util.Optional<String> order) throws Exception {
          order.orElseThrow(Missing::new);
          Runnable later = () -> { throw new shop.Late(); };
        }
        void handle(Unused e) throws Unused {}
      }
      class SoldOut extends RuntimeException {}
      class Missing extends RuntimeException {}
      class Late extends RuntimeException {}
      class Unused extends RuntimeException {}
      """;

  @Test
  void objectsAreMadeByNewAndByReferencesToConstructors() {
    Program program = Linked.of(SOURCE).program();

    assertThat(program.isCreated("shop.SoldOut")).isTrue();
    assertThat(program.isCreated("shop.Missing")).isTrue();
    assertThat(program.isCreated("shop.Late")).isTrue();
  }

  @Test
  void namingATypeMakesNone() {
    assertThat(Linked.of(SOURCE).program().isCreated("shop.Unused")).isFalse();
  }

  @Test
  void whatWasAskedTellsWhichSourcesAnswerTheSame() {
    Program program = Linked.of(SOURCE).program();
    Unit unit = Objects.requireNonNull(program.sourceTypes().get(0).unit());
    Program other = Linked.of("class Silent {}").program();
    Unit silent = Objects.requireNonNull(other.sourceTypes().get(0).unit());

    assertThat(program.isCreated("shop.Unused")).isFalse();
    assertThat(program.asked().isAnsweredSame(unit, silent)).isTrue();
    assertThat(program.isCreated("shop.SoldOut")).isTrue();
    assertThat(program.asked().isAnsweredSame(unit, silent)).isFalse();
  }
}
