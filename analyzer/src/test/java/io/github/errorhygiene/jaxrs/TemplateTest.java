package io.github.errorhygiene.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Path templates, as section 3.4 of the specification has them. */
class TemplateTest {
  @ParameterizedTest
  @CsvSource({
    "orders, /orders",
    "/orders/, /orders",
    "'', /",
    "/, /",
    "{id}, /{id}",
    "'{ id }/lines', /{id}/lines",
    "'{id: [0-9]+}', /{id}",
    "'{id: [0-9]{1,9}}/x', /{id}/x",
    "'{id', /{id}"
  })
  void regularExpressionsAndSurplusSlashesAreDropped(String written, String path) {
    assertThat(Template.ROOT.below(written).path()).isEqualTo(path);
  }

  @Test
  void onlyAnExpressionThatSomeTextDoesNotMatchRestricts() {
    Template template = Template.ROOT.below("{a: [0-9]+}/{b}").below("{c: .*}");

    assertThat(template.path()).isEqualTo("/{a}/{b}/{c}");
    assertThat(template.restricts("a")).isTrue();
    assertThat(template.restricts("b")).isFalse();
    assertThat(template.restricts("c")).isFalse();
    assertThat(template.has("d")).isFalse();
  }
}
