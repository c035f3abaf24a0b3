package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Failure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose words error answers show. */
class ExposureTest {
  private static final String TYPES =
      """
      class Missing extends RuntimeException { Missing(String message) { super(message); } }
      class Broken extends RuntimeException {
        Broken(String message, Throwable cause) { super(message, cause); }
        Broken(Throwable cause) { super(cause); }
      }
      class Body {
        public String code;
        @com.fasterxml.jackson.annotation.JsonIgnore private Throwable cause;
        private String detail;
        Body(Throwable cause, String detail) { this.cause = cause; this.detail = detail; }
        public String getDetail() { return detail; }
      }
      @RestControllerAdvice class Errors {
        @ExceptionHandler(Missing.class) ResponseEntity<Body> missing(Missing e) { return answer(e, 404); }
        @ExceptionHandler(Broken.class) ResponseEntity<Body> broken(Broken e) { return answer(e, 500); }
        private ResponseEntity<Body> answer(Exception e, int status) {
          return ResponseEntity.status(status).body(new Body(e, e.getMessage()));
        }
      }
      """;

  private static final String PARSE = "try { return Integer.parseInt(id); } ";

  /** What the rows of a handler with this code show. */
  private static List<String> shown(String code) {
    return shows(code).distinct().toList();
  }

  private static Stream<String> shows(String code) {
    var application =
        Service.of(
                "import java.io.*; @RestController class Orders { private java.sql.Statement all; @GetMapping(\"/\") Object get(@RequestParam String id) { "
                    + code
                    + " } }")
            .and(TYPES)
            .application();
    return application.contracts().stream()
        .map(Contract::failures)
        .flatMap(List::stream)
        .filter(row -> row.raisedBy() == Failure.RaisedBy.APPLICATION)
        .flatMap(row -> row.answer().exposes().stream());
  }

  private static String caught(String body) {
    return PARSE
        + "catch (NumberFormatException e) { return ResponseEntity.badRequest().body("
        + body
        + "); }";
  }

  @Test
  void whatTheProgramWroteItselfShowsNothing() {
    assertThat(shown("throw new Missing(\"no \" + id);")).isEmpty();
    assertThat(shown(PARSE + "catch (NumberFormatException e) { throw new Broken(\"odd\", e); }"))
        .isEmpty();
    assertThat(shown(caught("Map.of(\"error\", \"not a number\")"))).isEmpty();
  }

  @Test
  void theMessageOfALibrariesExceptionIsNot() {
    assertThat(shown(caught("e.getMessage()"))).containsExactly("message");
    assertThat(shown(caught("Map.of(\"error\", \"failed: \" + e.getMessage())")))
        .containsExactly("message");
    assertThat(shown(caught("String.format(\"failed: %s\", e.getLocalizedMessage())")))
        .containsExactly("message");
    assertThat(shown(caught("new StringBuilder().append(e.getMessage()).toString()")))
        .containsExactly("message");
  }

  @Test
  void textsAndListsShowWhatWasPutIntoThem() {
    assertThat(
            shown(
                PARSE
                    + "catch (NumberFormatException e) { StringBuilder text = new StringBuilder();"
                    + " text.append(\"failed \").append(e.getMessage());"
                    + " return ResponseEntity.badRequest().body(text.toString()); }"))
        .containsExactly("message");
    assertThat(
            shown(
                PARSE
                    + "catch (NumberFormatException e) { List<String> all = new ArrayList<>();"
                    + " all.add(e.getMessage());"
                    + " return ResponseEntity.badRequest().body(Map.of(\"errors\", all)); }"))
        .containsExactly("message");
  }

  @Test
  void itGoesThroughTheProgramsOwnExceptions() {
    assertThat(
            shown(
                PARSE
                    + "catch (NumberFormatException e) { throw new Broken(\"odd: \" + e.getMessage(), e); }"))
        .containsExactly("message");
    assertThat(shown(PARSE + "catch (NumberFormatException e) { throw new Broken(e); }"))
        .containsExactly("message", "type");
  }

  @Test
  void aHeaderShowsWhatItIsMadeOf() {
    assertThat(header("\"X-Error\", e.getMessage()")).containsExactly("message");
    assertThat(header("\"Content-Length\", String.valueOf(e.getMessage().getBytes().length)"))
        .isEmpty();
    assertThat(header("\"X-Size\", \"\" + e.getMessage().length()")).isEmpty();
  }

  private static List<String> header(String header) {
    return shown(
        PARSE
            + "catch (NumberFormatException e) { return ResponseEntity.badRequest().header("
            + header
            + ").build(); }");
  }

  @Test
  void aClauseForAllExceptionsShowsTheMessageOfAny() {
    assertThat(
            shown(
                "try { if (id.isEmpty()) throw new Missing(\"no\"); return id; }"
                    + " catch (Exception e) { return ResponseEntity.status(500).body(e.getMessage()); }"))
        .containsExactly("any-message", "message");
  }

  @Test
  void unlessItAsksWhichItIs() {
    assertThat(
            shown(
                "try { if (id.isEmpty()) throw new Missing(\"no\"); return id; }"
                    + " catch (Exception e) { if (e instanceof Missing missing) {"
                    + " return ResponseEntity.status(404).body(missing.getMessage()); }"
                    + " return ResponseEntity.status(500).build(); }"))
        .isEmpty();
  }

  @Test
  void textsOfExceptionsShowTheirClass() {
    assertThat(shown(caught("\"failed: \" + e"))).containsExactly("message", "type");
    assertThat(shown(caught("String.valueOf(e)"))).containsExactly("message", "type");
    assertThat(shown(caught("e.getClass().getSimpleName()"))).containsExactly("type");
    assertThat(shown(caught("e.getMessage().length()"))).isEmpty();
  }

  @Test
  void stackTracesAreSeenHoweverTheyAreMade() {
    assertThat(shown(caught("Arrays.toString(e.getStackTrace())"))).contains("stack-trace");
    assertThat(shown(caught("com.google.common.base.Throwables.getStackTraceAsString(e)")))
        .contains("stack-trace");
    assertThat(shown(caught("e"))).contains("stack-trace");
    assertThat(
            shown(
                PARSE
                    + "catch (NumberFormatException e) { StringWriter text = new StringWriter();"
                    + " e.printStackTrace(new PrintWriter(text));"
                    + " return ResponseEntity.badRequest().body(text.toString()); }"))
        .contains("stack-trace");
  }

  @Test
  void exceptionsThatAreWrittenWithoutTheirTraceShowTheirMessage() {
    assertThat(written("")).contains("message", "stack-trace", "type");
    assertThat(written("@com.fasterxml.jackson.annotation.JsonFilter(\"short\")"))
        .containsExactly("message");
    assertThat(
            written(
                "@com.fasterxml.jackson.annotation.JsonIgnoreProperties({\"cause\", \"stackTrace\"})"))
        .containsExactly("message");
    assertThat(written("@com.fasterxml.jackson.annotation.JsonIgnoreProperties(\"stackTrace\")"))
        .contains("stack-trace");
  }

  /** What an exception with these annotations shows that is the body of its answer. */
  private static List<String> written(String annotations) {
    return Service.of(
            """
            @RestController class Orders {
              @DeleteMapping("/orders") void clear(@RequestParam String id) {
                try { Integer.parseInt(id); } catch (NumberFormatException e) { throw new Locked(e); }
              }
              @ExceptionHandler ResponseEntity<Locked> locked(Locked e) { return ResponseEntity.status(400).body(e); }
            }
            """
                + annotations
                + " class Locked extends RuntimeException {"
                + " Locked(Throwable cause) { super(cause.getMessage(), cause); } }")
        .application()
        .contracts()
        .stream()
        .flatMap(contract -> contract.failures().stream())
        .filter(row -> row.raisedBy() == Failure.RaisedBy.APPLICATION)
        .flatMap(row -> row.answer().exposes().stream())
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void whatIsNotWrittenIsNotShown() {
    assertThat(shown(caught("new Body(e, \"odd\")"))).isEmpty();
    assertThat(shown(caught("new Body(null, e.getMessage())"))).containsExactly("message");
  }

  @Test
  void aDatabasesMessageTellsOfItsStatements() {
    assertThat(
            shown(
                "try { throw new org.springframework.dao.DataIntegrityViolationException(\"own words\"); }"
                    + " catch (org.springframework.dao.DataIntegrityViolationException e) {"
                    + " return ResponseEntity.status(409).body(e.getMessage()); }"))
        .isEmpty();
    assertThat(
            shown(
                "try { return this.all.execute(id); } catch (java.sql.SQLException e) {"
                    + " return ResponseEntity.status(409).body(e.getMessage()); }"))
        .containsExactly("message", "statement");
  }
}
