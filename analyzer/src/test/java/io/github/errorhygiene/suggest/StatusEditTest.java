package io.github.errorhygiene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.remedy.Kit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusEditTest {
  private static final Kit SPRING = Kit.of("Spring MVC").orElseThrow();

  private static Optional<String> edited(String statement, int from, int to) {
    String text =
        "class A {\n  int any() {\n    "
            + statement
            + "\n  }\n\n  int other() { return 500; }\n}\n";
    return StatusEdit.of(text, new Place("A.java", 2, 7), from, to, SPRING)
        .map(changed -> changed.lines().toList().get(2).strip());
  }

  @ParameterizedTest
  @CsvSource({
    "return 500;, return 409;",
    "return status(HttpStatus.INTERNAL_SERVER_ERROR);, return status(HttpStatus.CONFLICT);",
    "response.sendError(SC_INTERNAL_SERVER_ERROR);, response.sendError(SC_CONFLICT);",
    "return ResponseEntity.internalServerError().build();, return ResponseEntity.status(409).build();",
    "return Response.serverError().build();, return Response.status(409).build();",
  })
  void aStatusHasManyForms(String before, String after) {
    assertThat(edited(before, 500, 409)).contains(after);
  }

  @Test
  void aServletSaysWhenToComeAgain() {
    assertThat(edited("response.sendError(500);", 500, 503))
        .contains("response.setHeader(\"Retry-After\", \"5\");");
    assertThat(edited("return 500;", 500, 503)).contains("return 503;");
  }

  @ParameterizedTest
  @CsvSource({
    "return 15000;",
    "return x.500;",
    "return a ? 500 : 500;",
    "return MY_INTERNAL_SERVER_ERROR;"
  })
  void nothingIsChangedWhereItIsNotClearWhat(String statement) {
    assertThat(edited(statement, 500, 409)).isEmpty();
  }

  @Test
  void otherMethodsStayAsTheyAre() {
    assertThat(edited("return 400;", 500, 409)).isEmpty();
  }
}
