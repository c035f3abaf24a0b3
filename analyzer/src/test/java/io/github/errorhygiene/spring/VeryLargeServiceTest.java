package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * So much is called in so many ways that arguments are not told apart any more ({@code Summaries},
 * 20,000 of them). Which exception it answers a handler knows nevertheless.
 */
class VeryLargeServiceTest {
  /** More than are told apart of any one helper that is called in a crowd. */
  private static final int REFUSALS = 60;

  /** Of the exceptions; few, since how they are made is not told apart for ever either. */
  private static final int STATUSES = 20;

  /** Constructors that are called in as many ways as are told apart, until it is a crowd. */
  private static final int CLASSES = 100;

  private static final int CALLS_OF_EACH = 240;

  private static final String ADVICE =
      """
      class Refused extends RuntimeException {
        private final int status;
        Refused(int status) { this.status = status; }
        int status() { return status; }
      }
      @RestControllerAdvice class Advice {
        @ExceptionHandler(Refused.class) ResponseEntity<String> refused(Refused e) {
          return answer(statusOf(e));
        }
        private ResponseEntity<String> answer(int status) {
          return ResponseEntity.status(status).body("refused");
        }
        private int statusOf(Refused e) { return e.status(); }
      }
      """;

  private static String crowd() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CLASSES; i++) {
      code.append("class C%d { C%d(String text) {} }\n".formatted(i, i));
    }
    code.append("@RestController class All { @GetMapping(\"/0\") void all() {\n");
    for (int i = 0; i < CLASSES; i++) {
      for (int j = 0; j < CALLS_OF_EACH; j++) {
        code.append("new C%d(\"%d\");".formatted(i, j));
      }
      code.append('\n');
    }
    return code.append("} }").toString();
  }

  private static String refusals() {
    return IntStream.range(0, REFUSALS)
        .mapToObj(
            i ->
                "@GetMapping(\"/refused/%d\") void r%d() { throw new Refused(%d); }\n"
                    .formatted(i, i, status(i)))
        .collect(Collectors.joining("", "@RestController class Refusals {\n", "}"));
  }

  private static int status(int refusal) {
    return 400 + refusal % STATUSES;
  }

  /** Of all refusals, ascending. */
  private static List<Integer> statuses(Service service) {
    return service.application().contracts().stream()
        .flatMap(contract -> contract.failures().stream())
        .filter(failure -> failure.exception().endsWith("Refused"))
        .map(failure -> failure.answer().status())
        .sorted()
        .toList();
  }

  @Test
  void handlersOfExceptionsStillKnowTheirException() {
    assertThat(statuses(Service.of(ADVICE).and(refusals()).and(crowd())))
        .isEqualTo(IntStream.range(0, REFUSALS).map(i -> status(i)).sorted().boxed().toList());
  }
}
