package io.github.errorhygiene.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** For which routes filters are, and what they answer instead of them. */
class ServerFiltersTest {
  private static final String CONTROLLER =
      """
      @Controller("/a") class A {
        @Get String get() { return ""; }
        @Get("/b") String below() { return ""; }
        @Delete void delete() {}
      }
      @Controller("/c") class C { @Get String get() { return ""; } }
      """;

  @Test
  void isForAllRoutesIfItDoesNotSay() {
    assertThat(refused(Map.of(), "@ServerFilter", "@RequestFilter"))
        .containsExactlyInAnyOrder("GET /a", "GET /a/b", "DELETE /a", "GET /c");
  }

  @Test
  void isForRoutesBelowAPath() {
    assertThat(refused(Map.of(), "@ServerFilter(\"/a/**\")", "@RequestFilter"))
        .containsExactlyInAnyOrder("GET /a", "GET /a/b", "DELETE /a");
  }

  @Test
  void patternsOfTheMethodAreBelowThoseOfTheClass() {
    assertThat(refused(Map.of(), "@ServerFilter(\"/a\")", "@RequestFilter(\"/b/**\")"))
        .containsExactly("GET /a/b");
    assertThat(refused(Map.of(), "@ServerFilter", "@RequestFilter(\"/c\")"))
        .containsExactly("GET /c");
    assertThat(refused(Map.of(), "@ServerFilter(\"/**\")", "@RequestFilter(\"/a/**\")"))
        .containsExactlyInAnyOrder("GET /a", "GET /a/b", "DELETE /a");
    assertThat(refused(Map.of(), "@ServerFilter(\"/a/**\")", "@RequestFilter(\"/**\")"))
        .containsExactlyInAnyOrder("GET /a", "GET /a/b", "DELETE /a");
  }

  @Test
  void methodsOfTheMethodTakeThePlaceOfThoseOfTheClass() {
    String get = "methods = HttpMethod.GET)";
    assertThat(refused(Map.of(), "@ServerFilter(" + get, "@RequestFilter"))
        .containsExactlyInAnyOrder("GET /a", "GET /a/b", "GET /c");
    assertThat(
            refused(
                Map.of(), "@ServerFilter(" + get, "@RequestFilter(methods = HttpMethod.DELETE)"))
        .containsExactly("DELETE /a");
  }

  @Test
  void patternsLeaveOutThePathOfTheServer() {
    Map<String, String> root = Map.of("micronaut.server.context-path", "/root");
    assertThat(refused(root, "@ServerFilter(\"/c/**\")", "@RequestFilter"))
        .containsExactly("GET /root/c");
    assertThat(refused(root, "@ServerFilter(\"/root/c/**\")", "@RequestFilter"))
        .containsExactly("GET /root/c");
  }

  private static List<String> refused(
      Map<String, String> properties, String ofClass, String ofMethod) {
    String filter =
        """
        class Quota {
          %s HttpResponse<?> quota(HttpRequest<?> request) {
            return HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS);
          }
        }
        """;
    return MicronautTest.application(
            properties, CONTROLLER + ofClass + "\n" + filter.formatted(ofMethod))
        .contracts()
        .stream()
        .filter(
            contract ->
                contract.failures().stream().anyMatch(each -> each.answer().status() == 429))
        .map(contract -> contract.endpoint().label())
        .toList();
  }
}
