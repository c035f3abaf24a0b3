package io.github.errorhygiene.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.remedy.Code.Shape;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeTest {
  private static final Set<String> SPRING_6 = Set.of("jakarta-servlet", "problem-detail", "slf4j");

  private static Mapping mapping(String exception, int status) {
    return new Mapping(exception, status, false, false);
  }

  private static Mapping declared(String exception, int status) {
    return new Mapping(exception, status, true, false);
  }

  private static String spring(Set<String> traits, Mapping... mappings) {
    Code code = new Code(Kit.of("Spring MVC").orElseThrow(), traits, "com.acme");
    return code.answers(Shape.OF_REMEDY, List.of(mappings));
  }

  @Test
  void exceptionsOfOneStatusShareAMethod() {
    assertThat(spring(SPRING_6, mapping("com.acme.A", 404), mapping("com.acme.B", 404)))
        .contains("@ExceptionHandler({A.class, B.class})", "notFound(Exception e)");
  }

  @Test
  void whatTheProjectSaysOfTheRequestIsPassedOnAndNothingElse() {
    String code = spring(SPRING_6, mapping("com.acme.A", 404), mapping("org.lib.B", 409));

    assertThat(code).containsOnlyOnce("e.getMessage()").contains("\"Conflict\"");
  }

  @Test
  void faultsOfTheServerAreLoggedAndNotDescribed() {
    assertThat(spring(SPRING_6, mapping("com.acme.A", 502)))
        .contains("LOG.error(\"Bad Gateway\", e);")
        .doesNotContain("getMessage");
  }

  @Test
  void whoMayComeBackLaterIsToldWhen() {
    assertThat(spring(SPRING_6, mapping("com.acme.A", 503))).contains("\"Retry-After\"");
  }

  @Test
  void spring5HasNoProblemDetail() {
    assertThat(spring(Set.of(), mapping("com.acme.A", 404)))
        .contains("Map<String, Object>")
        .doesNotContain("ProblemDetail", "jakarta");
  }

  @Test
  void whatSpringAnswersRightIsLeftToSpring() {
    assertThat(
            spring(
                SPRING_6, declared("org.springframework.web.server.ResponseStatusException", 404)))
        .contains("extends ResponseEntityExceptionHandler")
        .doesNotContain("ResponseStatusException.class");
    assertThat(
            spring(
                Set.of(), declared("org.springframework.web.server.ResponseStatusException", 404)))
        .contains("ResponseStatusException.class", "e.getStatus()");
  }

  @Test
  void whatSpringSecurityMustSeeIsThrownAgain() {
    assertThat(
            spring(
                SPRING_6,
                declared("org.springframework.security.access.AccessDeniedException", 403)))
        .contains("throw e;");
  }

  @Test
  void ofTwoTypesWithOneNameOneIsWrittenInFull() {
    assertThat(spring(SPRING_6, mapping("com.acme.A", 404), mapping("com.acme.b.A", 409)))
        .contains(
            "import com.acme.A;",
            "@ExceptionHandler(A.class)",
            "@ExceptionHandler(com.acme.b.A.class)")
        .doesNotContain("import com.acme.b.A;");
  }
}
