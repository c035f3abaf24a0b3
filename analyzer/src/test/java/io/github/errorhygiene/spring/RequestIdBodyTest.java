package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The members of error bodies, and whether one of them is a request id. */
class RequestIdBodyTest {
  private static final String BROKEN =
      """
      class Broken extends RuntimeException {}
      @RestController class Orders {
        @GetMapping("/") String all() { throw new Broken(); }
      }
      """;

  private static final String IMPORTS =
      """
      import com.fasterxml.jackson.annotation.*;
      import com.fasterxml.jackson.databind.*;
      import com.fasterxml.jackson.databind.annotation.*;
      import org.slf4j.MDC;
      import org.springframework.web.ErrorResponse;
      """;

  /** What a handler of that type with that code answers, e.g. {@code [code, requestId] id=YES}. */
  private static String body(String type, String code, String more) {
    return body(
        Service.of(BROKEN),
        IMPORTS
            + "@RestControllerAdvice class Errors { @ExceptionHandler(Broken.class)"
            + " @ResponseStatus(HttpStatus.CONFLICT) "
            + type
            + " broken() { "
            + code
            + " } }\n"
            + more);
  }

  private static String body(Service service, String advice) {
    String row = service.and(advice).rows("GET /").get(0);
    return row.substring(row.indexOf('['));
  }

  private static String of(String body) {
    return body("Body", "return new Body();", body);
  }

  private static String map(String code) {
    return body("Map<String, Object>", code, "");
  }

  @Test
  void gettersAndPublicFieldsAreMembers() {
    assertThat(of("class Body { public String requestId; }")).isEqualTo("[requestId] id=YES");
    assertThat(of("class Body { public String getTraceId() { return null; } }"))
        .isEqualTo("[traceId] id=YES");
    assertThat(of("class Body { private String requestId; public String code; }"))
        .isEqualTo("[code] id=NO");
  }

  @Test
  void superclassesAndInterfacesCount() {
    assertThat(
            of(
                """
                class Base { public String code; }
                interface Traced { default String getTraceId() { return null; } }
                class Body extends Base implements Traced {}
                """))
        .isEqualTo("[code, traceId] id=YES");
  }

  @Test
  void annotationsNameMembersAndLeaveThemOut() {
    assertThat(of("class Body { @JsonProperty(\"request_id\") private String id; }"))
        .isEqualTo("[request_id] id=YES");
    assertThat(of("class Body { @JsonGetter(\"request_id\") String id() { return null; } }"))
        .isEqualTo("[request_id] id=YES");
    assertThat(
            of(
                "@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY) class Body { private String requestId; }"))
        .isEqualTo("[requestId] id=YES");
    assertThat(
            of(
                "@JsonIgnoreProperties(\"requestId\") class Body { public String requestId; public String code; }"))
        .isEqualTo("[code] id=NO");
  }

  @Test
  void namingStrategiesNameTheRest() {
    String body = "class Body { public String moreText; public String requestId; }";
    assertThat(of("@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class) " + body))
        .isEqualTo("[more_text, request_id] id=YES");
    String advice =
        "@RestControllerAdvice class Errors { @ExceptionHandler Body broken(Broken e) { return new Body(); } } ";
    String setting = "spring.jackson.property-naming-strategy";
    assertThat(body(Service.of(BROKEN).with(setting, "KEBAB_CASE"), advice + body))
        .isEqualTo("[more-text, request-id] id=YES");
  }

  @Test
  void objectsInsideAreLookedInto() {
    String inner = " class Inner { public String requestId; }";
    assertThat(of("class Body { public Inner error; }" + inner)).isEqualTo("[error] id=YES");
    assertThat(of("class Body { @JsonUnwrapped public Inner error; }" + inner))
        .isEqualTo("[requestId] id=YES");
    assertThat(of("class Body { public Inner error = null; }" + inner)).isEqualTo("[error] id=NO");
  }

  @Test
  void whatOnlyRunsTellIsNotKnown() {
    assertThat(
            of(
                "class Body { Map<String, Object> more; @JsonAnyGetter Map<String, Object> more() { return more; } }"))
        .isEqualTo("[] id=UNKNOWN");
    assertThat(map("return new HashMap<>(Objects.requireNonNull(System.getProperties()));"))
        .endsWith("id=UNKNOWN");
  }

  @Test
  void entriesOfMapsAreMembersHoweverTheyComeThere() {
    assertThat(map("return Map.of(\"code\", 1, \"requestId\", MDC.get(\"id\"));"))
        .isEqualTo("[code, requestId] id=YES");
    assertThat(map("return Map.ofEntries(Map.entry(\"code\", 1));")).isEqualTo("[code] id=NO");
    assertThat(
            map(
                "Map<String, Object> all = new HashMap<>(Map.of(\"code\", 1)); all.put(\"traceId\", 2); return all;"))
        .isEqualTo("[code, traceId] id=YES");
    assertThat(
            map(
                "return com.google.common.collect.ImmutableMap.<String, Object>builder().put(\"requestId\", 1).build();"))
        .isEqualTo("[requestId] id=YES");
  }

  @Test
  void aHelperMayAddToTheMapThatItIsGiven() {
    assertThat(
            body(
                "Map<String, Object>",
                "Map<String, Object> all = new HashMap<>(); all.put(\"code\", 1); Ids.add(all); return all;",
                "class Ids { static void add(Map<String, Object> to) { to.put(\"requestId\", MDC.get(\"id\")); } }"))
        .isEqualTo("[code, requestId] id=YES");
  }

  @Test
  void treesOfJsonHaveMembersToo() {
    assertThat(
            body(
                "JsonNode",
                "var all = new ObjectMapper().createObjectNode(); all.put(\"requestId\", 1); return all;",
                ""))
        .isEqualTo("[requestId] id=YES");
  }

  @Test
  void gsonWritesFields() {
    assertThat(
            body(
                "String",
                "return new com.google.gson.Gson().toJson(new Body());",
                """
                class Body {
                  @com.google.gson.annotations.SerializedName("request_id") private String id;
                  private String code;
                  private transient String rest;
                }
                """))
        .isEqualTo("[code, request_id] id=YES");
  }

  @Test
  void problemsHaveProperties() {
    String standard = "[instance, status, title, type] id=NO";
    String problem = "ProblemDetail all = ProblemDetail.forStatus(409); ";
    assertThat(body("ProblemDetail", problem + "return all;", "")).isEqualTo(standard);
    assertThat(body("ProblemDetail", problem + "all.setDetail(\"gone\"); return all;", ""))
        .isEqualTo("[detail, instance, status, title, type] id=NO");
    assertThat(
            body(
                "ProblemDetail",
                problem + "all.setProperties(Map.of(\"traceId\", 1)); return all;",
                ""))
        .isEqualTo("[instance, status, title, traceId, type] id=YES");
    assertThat(
            body(
                "ErrorResponse",
                "return ErrorResponse.builder(new Broken(), HttpStatus.GONE, \"\").property(\"traceId\", 1).build();",
                ""))
        .isEqualTo("[detail, instance, status, title, traceId, type] id=YES");
  }

  @Test
  void anErrorResponseNamesItsStatus() {
    String advice =
        IMPORTS
            + """
            @RestControllerAdvice class Errors {
              @ExceptionHandler ErrorResponse broken(Broken e) {
                return ErrorResponse.create(e, HttpStatus.GONE, "gone");
              }
            }
            """;
    assertThat(Service.of(BROKEN).and(advice).rows("GET /").get(0))
        .startsWith("Broken 410 application/problem+json");
  }

  @Test
  void allAnswersMayGoThroughOneMethod() {
    Service service =
        Service.of(BROKEN)
            .and(
                """
                import org.springframework.web.context.request.WebRequest;
                import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
                @RestControllerAdvice class Errors extends ResponseEntityExceptionHandler {
                  @ExceptionHandler ResponseEntity<Object> broken(Broken e, WebRequest request) {
                    ProblemDetail body = ProblemDetail.forStatus(409);
                    return handleExceptionInternal(e, body, new HttpHeaders(), HttpStatus.CONFLICT, request);
                  }
                  @Override protected ResponseEntity<Object> createResponseEntity(Object body,
                      HttpHeaders headers, HttpStatusCode status, WebRequest request) {
                    if (body instanceof ProblemDetail problem) {
                      problem.setProperty("requestId", "1");
                    }
                    return super.createResponseEntity(body, headers, status, request);
                  }
                }
                """);
    assertThat(service.rows("GET /")).allMatch(row -> row.endsWith("id=YES"));
    assertThat(service.generalRows()).isNotEmpty().allMatch(row -> row.endsWith("id=YES"));
  }

  @Test
  void headersMayBePutTogetherFirst() {
    assertThat(
            body(
                "ResponseEntity<String>",
                "HttpHeaders all = new HttpHeaders(); all.set(\"X-Request-Id\", MDC.get(\"id\"));"
                    + " return new ResponseEntity<>(\"no\", all, HttpStatus.CONFLICT);",
                ""))
        .isEqualTo("[] id=YES");
    assertThat(
            body(
                "ResponseEntity<String>",
                "HttpHeaders all = new HttpHeaders(); all.add(\"X-Other\", \"\");"
                    + " return ResponseEntity.status(409).headers(all).body(\"no\");",
                ""))
        .isEqualTo("[] id=NO");
  }
}
