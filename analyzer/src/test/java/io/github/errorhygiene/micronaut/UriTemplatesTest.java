package io.github.errorhygiene.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriTemplatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/orders          | /orders",
        "/orders/{id}     | /orders/{id}",
        "/orders{/id}     | /orders/{id}",
        "/orders{/a,b}    | /orders/{a}/{b}",
        "/orders{?q,max*} | /orders",
        "/orders?a={a}{&b}| /orders?a={a}",
        "/files/{+path}   | /files/{path}",
        "/files/{name}{.e}| /files/{name}.{e}",
        "/{id:4}          | /{id}",
        "'/{id:[a-z]{2}}' | /{id}",
        "{?q}             | /",
      })
  void printsThePathAlone(String template, String path) {
    assertThat(UriTemplates.path(template)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/orders | /       | /orders",
        "/orders | ''      | /orders",
        "/orders | /{id}   | /orders/{id}",
        "/orders | {id}    | /orders/{id}",
        "/orders | {/id}   | /orders{/id}",
        "/orders | {?q}    | /orders{?q}",
        "/       | /health | /health",
        "/       | health  | /health",
        "/       | /       | /",
      })
  void putsOneBelowTheOther(String root, String template, String whole) {
    assertThat(UriTemplates.nested(root, template)).isEqualTo(whole);
  }

  @Test
  void knowsWhereAVariableStands() {
    assertThat(UriTemplates.hasPathVariable("/orders/{id}{?max}", "id")).isTrue();
    assertThat(UriTemplates.hasPathVariable("/orders/{id}{?max}", "max")).isFalse();
    assertThat(UriTemplates.restricts("/orders/{id:[0-9]+}", "id")).isTrue();
    assertThat(UriTemplates.restricts("/orders/{id}", "id")).isFalse();
  }
}
