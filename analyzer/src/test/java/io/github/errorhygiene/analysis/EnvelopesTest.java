package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Envelope;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes in bodies that the policy accepts in place of statuses. */
class EnvelopesTest {
  private static final String SERVICE =
      """
      package web;
      import java.util.*;
      import org.springframework.http.*;
      import org.springframework.web.bind.annotation.*;

      @RestController
      class Shop {
        @GetMapping("/a")
        String a(@RequestParam(required = false) String id) {
          if (id == null) {
            throw new NoSuchThing();
          }
          return id;
        }
      }

      class NoSuchThing extends RuntimeException {}

      enum Code {
        OK(200), GONE(404), ODD(70404);
        final int number;
        Code(int number) { this.number = number; }
        int getNumber() { return number; }
      }

      class Result {
        private final int code;
        private final String message;
        private Object data;
        private Result(int code, String message) { this.code = code; this.message = message; }
        static Result failed(Code code) { return new Result(code.getNumber(), "failed"); }
        static Result failed(int code) { return new Result(code, "failed"); }
        static Result failed() { return failed(500); }
        public int getCode() { return code; }
        public String getMessage() { return message; }
        public Object getData() { return data; }
      }

      @RestControllerAdvice
      class Errors {
        @ExceptionHandler(NoSuchThing.class)
        Object missing(NoSuchThing e) {
          return ANSWER;
        }
      }
      """;

  @TempDir Path root;

  private Report report(String answer, String policy) throws Exception {
    Files.createDirectories(root.resolve(".git"));
    Path file = root.resolve("src/main/java/web/Shop.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, SERVICE.replace("ANSWER", answer));
    Files.writeString(root.resolve("error-hygiene.yml"), policy);
    var request = new AnalysisRequest("shop", root, List.of(root), List.of(), 1, Policy.DEFAULT);
    return Analysis.run(request, Progress.SILENT);
  }

  private Failure missing(String answer, String policy) throws Exception {
    return report(answer, policy).application().contracts().get(0).failures().stream()
        .filter(failure -> failure.exception().equals("web.NoSuchThing"))
        .findFirst()
        .orElseThrow();
  }

  private @Nullable Envelope envelope(String answer) throws Exception {
    return missing(answer, "envelope: accepted").answer().envelope();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Result.failed(); code; 500",
        "Result.failed(404); code; 404",
        "Result.failed(Code.GONE); code; 404",
        "Map.of(\"errorCode\", 409, \"message\", \"taken\"); errorCode; 409",
        "Map.of(\"status\", \"404\"); status; 404",
        "ResponseEntity.ok(Result.failed(410)); code; 410",
      })
  void aNumberThatLooksLikeTheStatusOfAnErrorIsJudged(String answer, String key, int code)
      throws Exception {
    assertThat(envelope(answer)).isEqualTo(new Envelope(key, code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Result.failed(Code.ODD)",
        "Result.failed(1)",
        "Result.failed(e.hashCode())",
        "Map.of(\"message\", \"gone\")",
        "Map.of(\"status\", \"gone\")",
        "ResponseEntity.status(404).body(Result.failed(500))",
        "\"gone\"",
      })
  void otherNumbersAndStatusesAreNot(String answer) throws Exception {
    assertThat(envelope(answer)).isNull();
  }

  @Test
  void theCodeIsJudgedAsIfItWereTheStatus() throws Exception {
    String accepted = "envelope: accepted";
    assertThat(missing("Result.failed(404)", accepted).verdict()).isEqualTo(Verdict.RIGHT);
    assertThat(missing("Result.failed(500)", accepted).verdict()).isEqualTo(Verdict.WRONG);
    assertThat(missing("Result.failed(1)", accepted).verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void unlessTheyAreAcceptedTheStatusCounts() throws Exception {
    Failure missing = missing("Result.failed(404)", "envelope: wrong");
    assertThat(missing.answer().envelope()).isNull();
    assertThat(missing.verdict()).isEqualTo(Verdict.WRONG);
  }

  @Test
  void theFindingKeepsTheEnvelope() throws Exception {
    assertThat(report("Result.failed()", "envelope: accepted").findings())
        .filteredOn(finding -> finding.rule().equals("wrong-status"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message())
                  .isEqualTo(
                      "Errors#missing answers 200 with code 500 for NoSuchThing where 404 fits");
              assertThat(finding.now()).startsWith("HTTP/1.1 200 OK").contains("\"code\": 500");
              assertThat(finding.instead()).startsWith("HTTP/1.1 200 OK").contains("\"code\": 404");
              assertThat(finding.remedy().text())
                  .isEqualTo("give 404 Not Found as the code of the envelope");
              assertThat(finding.remedy().code()).isEmpty();
            });
  }

  @Test
  void anAcceptedEnvelopeIsNoErrorAsSuccess() throws Exception {
    assertThat(report("Result.failed(1)", "envelope: accepted").findings())
        .noneMatch(finding -> finding.rule().equals("error-as-success"));
    assertThat(report("Result.failed(1)", "envelope: wrong").findings())
        .anyMatch(finding -> finding.rule().equals("error-as-success"));
  }
}
