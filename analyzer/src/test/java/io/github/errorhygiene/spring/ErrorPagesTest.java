package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is written for errors without a body where the application has a say in it. */
class ErrorPagesTest {
  private static final String ORDERS =
      """
      @RestController class Orders {
        @GetMapping("/") String all() { throw new IllegalStateException(); }
      }
      """;

  private static String page(String more) {
    return Service.of(ORDERS).and(more).rows("GET /").get(0);
  }

  private static String attributes(String id) {
    return """
        import jakarta.servlet.http.HttpServletRequest;
        import org.slf4j.MDC;
        import org.springframework.boot.web.error.ErrorAttributeOptions;
        import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
        import org.springframework.stereotype.Component;
        import org.springframework.web.context.request.WebRequest;
        @Component class Attributes extends DefaultErrorAttributes {
          @Override public Map<String, Object> getErrorAttributes(
              WebRequest request, ErrorAttributeOptions options) {
            Map<String, Object> all = super.getErrorAttributes(request, options);
            all.put("requestId", %s);
            return all;
          }
        }
        """
        .formatted(id);
  }

  private static String controller(String method) {
    return """
        import jakarta.servlet.http.HttpServletRequest;
        import org.springframework.boot.web.servlet.error.ErrorController;
        @RestController class Errors implements ErrorController {
          @RequestMapping("/error") %s
        }
        """
        .formatted(method);
  }

  @Test
  void attributesMayBeAdded() {
    assertThat(page(attributes("request.getHeader(\"X-Request-Id\")")))
        .isEqualTo(
            "IllegalStateException 500 application/json [error, path, requestId, status, timestamp] id=YES");
  }

  @Test
  void whatFiltersPutIntoTheLoggingContextMayBeGoneByThen() {
    assertThat(page(attributes("MDC.get(\"requestId\")"))).endsWith("id=UNKNOWN");
  }

  @Test
  void anErrorControllerTakesThePlaceOfBoots() {
    assertThat(
            page(
                controller(
                    "Map<String, Object> error() { return Map.of(\"code\", \"internal\"); }")))
        .isEqualTo("IllegalStateException 500 application/json [code] id=NO");
  }

  @Test
  void itMayAnswerAnotherStatus() {
    assertThat(
            page(
                controller(
                    "ResponseEntity<Map<String, Object>> error() { return ResponseEntity.ok(Map.of(\"code\", 1)); }")))
        .isEqualTo("IllegalStateException 200 application/json [code] id=NO");
    assertThat(
            page(
                controller(
                    "ResponseEntity<String> error(HttpServletRequest request) {"
                        + " if (request.getAttribute(\"gone\") != null) return ResponseEntity.notFound().build();"
                        + " return ResponseEntity.status(500).body(\"sorry\"); }")))
        .isEqualTo("IllegalStateException 500 text/plain [] id=NO");
  }
}
