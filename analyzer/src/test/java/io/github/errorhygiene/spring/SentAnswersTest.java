package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the client sees of a failure when an answer was sent before. */
class SentAnswersTest {
  private static final String FLUSHED = "response.flushBuffer();";

  private static final String WRITER =
      "response.getWriter().write(\"some\"); response.flushBuffer();";

  private static final String STREAM =
      "response.setContentType(\"text/plain\");"
          + " response.getOutputStream().print(\"some\"); response.getOutputStream().flush();";

  private static final String JSON =
      "@ExceptionHandler(Gone.class) Map<String, String> gone() { return Map.of(\"code\", \"1\"); }";

  private static final String TEXT =
      "@ExceptionHandler(Gone.class) ResponseEntity<String> gone() {"
          + " return ResponseEntity.status(410).body(\"gone\"); }";

  private static final String STATUS =
      "@ExceptionHandler(Gone.class) @ResponseStatus(HttpStatus.GONE) void gone() {}";

  private static final String REASON =
      "@ExceptionHandler(Gone.class) @ResponseStatus(code = HttpStatus.GONE, reason = \"gone\")"
          + " void gone() {}";

  private static final String SENDS =
      "@ExceptionHandler(Gone.class) void gone(HttpServletResponse response)"
          + " throws java.io.IOException { response.sendError(410); }";

  private static final String CLOSED = "-1 - [] id=NO";

  private static String row(String sends, String handler) {
    return row(sends, handler, "class Gone extends RuntimeException {}");
  }

  private static String row(String sends, String handler, String gone) {
    Service service =
        Service.of(
            """
            import jakarta.servlet.http.HttpServletResponse;
            %s
            @RestController class Orders {
              @GetMapping("/orders") void list(HttpServletResponse response) throws java.io.IOException {
                %s
                throw new Gone();
              }
              %s
            }
            """
                .formatted(gone, sends, handler));
    return String.join("\n", service.rows("GET /orders")).replaceFirst("^Gone ", "");
  }

  @Test
  @DisplayName("Before the answer is sent, a handler has its way")
  void early() {
    assertThat(row("response.getWriter().write(\"some\");", STATUS)).startsWith("410 ");
  }

  @Test
  @DisplayName("Whom nobody answers, the container cuts off")
  void unhandled() {
    assertThat(row(FLUSHED, "")).isEqualTo(CLOSED);
    assertThat(row("response.getWriter().flush();", "")).isEqualTo(CLOSED);
  }

  @Test
  @DisplayName("The status stays, whatever a handler says")
  void status() {
    assertThat(row(FLUSHED, STATUS)).startsWith("200 ");
    assertThat(row(WRITER, STATUS)).startsWith("200 ");
    assertThat(row("response.setStatus(202); response.flushBuffer();", STATUS)).startsWith("202 ");
  }

  @Test
  @DisplayName("A body is written behind what is there, where that was written to the stream, too")
  void body() {
    assertThat(row(FLUSHED, JSON)).isEqualTo("200 - [code] id=NO");
    assertThat(row(STREAM, TEXT)).isEqualTo("200 text/plain [] id=NO");
    assertThat(row(WRITER, TEXT)).isEqualTo(CLOSED);
  }

  @Test
  @DisplayName("A body that is not of the media type that was sent cannot be written")
  void mediaType() {
    assertThat(row(STREAM, JSON)).isEqualTo(CLOSED);
    assertThat(row(STREAM.replace("text/plain", "application/json"), JSON)).startsWith("200 ");
  }

  @Test
  @DisplayName("No error can be sent any more")
  void sendsError() {
    assertThat(row(FLUSHED, REASON)).isEqualTo(CLOSED);
    assertThat(row(FLUSHED, SENDS)).isEqualTo(CLOSED);
    assertThat(row(FLUSHED, "", "@ResponseStatus(HttpStatus.GONE) class Gone extends Exception {}"))
        .isEqualTo(CLOSED);
  }

  @Test
  @DisplayName("Spring ignores exceptions that say their status")
  void ignored() {
    String gone =
        "class Gone extends ResponseStatusException { Gone() { super(HttpStatus.GONE); } }";

    assertThat(row(FLUSHED, "", gone)).startsWith("200 ");
  }

  @Test
  @DisplayName("What was closed is whole")
  void closed() {
    String closes = "response.getWriter().write(\"all\"); response.getWriter().close();";

    assertThat(row(closes, "")).startsWith("200 ");
    assertThat(row(closes, TEXT)).startsWith("200 ");
  }
}
