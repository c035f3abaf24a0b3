package io.github.errorhygiene.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.remedy.Code.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KitTest {
  private static final List<Mapping> MAPPINGS =
      List.of(
          new Mapping("com.acme.OrderMissing", 404, false, false),
          new Mapping("com.acme.stock.OrderMissing", 404, false, false),
          new Mapping("com.acme.Busy", 503, false, false),
          new Mapping("java.io.IOException", 502, false, false));

  static Stream<Kit> kits() {
    return Kit.all().stream();
  }

  @ParameterizedTest
  @MethodSource("kits")
  void hasATextForEachHeadlineRule(Kit kit) {
    assertThat(kit.texts().keySet().stream().filter(key -> !key.endsWith("/outside")))
        .containsExactlyInAnyOrder(
            "missing-request-id", "stolen-status", "uncaught-exception", "wrong-status");
  }

  @ParameterizedTest
  @MethodSource("kits")
  void leavesNoTagInItsCode(Kit kit) {
    for (Set<String> traits : List.of(Set.<String>of(), Set.of("slf4j", "problem-detail"))) {
      Code code = new Code(kit, traits, "com.acme");
      assertThat(code.answers(Shape.OF_REMEDY, MAPPINGS))
          .contains("OrderMissing")
          .containsPattern("404|NOT_FOUND")
          .doesNotContain("{{", "}}", "\n\n\n");
      assertThat(code.requestId("com.acme", "RequestIdFilter"))
          .contains("X-Request-Id")
          .doesNotContain("{{", "}}", "\n\n\n");
    }
  }

  @Test
  void aFrameworkHasOneKit() {
    assertThat(Kit.all().stream().flatMap(kit -> kit.frameworks().stream()))
        .doesNotHaveDuplicates();
    assertThat(Kit.of("Jersey")).isPresent();
    assertThat(Kit.of("Struts")).isEmpty();
  }
}
