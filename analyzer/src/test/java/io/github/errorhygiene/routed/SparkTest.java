package io.github.errorhygiene.routed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparkTest {
  private static final String CLASSES =
      """
      import spark.*;
      class Conflicting extends RuntimeException {}
      abstract class RuleBroken extends RuntimeException {}
      class ConfigLocked extends RuleBroken {}
      class Text {
        private final String message;
        Text(String message) { this.message = message; }
        static String of(String message) { return new Text(message).toString(); }
        @Override public String toString() { return new StringBuilder(message).toString(); }
      }
      class Lamps {
        Object put(Request request, Response response) {
          %s
        }
        void dim() { throw new Conflicting(); }
        void lock() { throw new ConfigLocked(); }
      }
      class Main {
        public static void main(String[] arguments) {
          Spark.put("/lamps", new Lamps()::put);
          Spark.exception(RuleBroken.class, (e, request, response) -> {
            response.status(422);
            response.body("locked");
          });
        }
      }
      """;

  @Test
  void aBodyThatIsReturnedBesideTheStatusIsABody() {
    assertThat(
            rows(
                """
                try {
                  dim();
                  return "bright";
                } catch (Conflicting e) {
                  response.status(422);
                  return Text.of("already dim");
                }
                """))
        .containsExactly("Conflicting 422 RIGHT");
  }

  @Test
  void namesOfHeadersAreThereIfOneHeaderMayNotBe() {
    String all = "return \"\" + request.headers().stream().noneMatch(n -> n.startsWith(\"X\"));";

    assertThat(rows(all)).isEmpty();
    assertThat(rows("return request.headers(\"X-Lamp\").trim();"))
        .containsExactly("java.lang.NullPointerException 500 WRONG");
  }

  @Test
  void aRouteThatReturnsNothingIsNotFound() {
    assertThat(
            rows(
                """
                try {
                  dim();
                  return "bright";
                } catch (Conflicting e) {
                  response.status(422);
                  return null;
                }
                """))
        .containsExactly("Conflicting 404 RIGHT");
  }

  @Test
  void whoChoseAStatusForATypeOfTheProjectKnowsMoreOfItThanItsName() {
    assertThat(rows("lock(); return \"bright\";")).containsExactly("ConfigLocked 422 UNKNOWN");
  }

  @Test
  void pagesOfTheProgramStandForThoseOfTheFrameworkAndNotForAnswers() {
    Application application =
        Applications.of(
            "spark",
            """
            import spark.*;
            class Main {
              public static void main(String[] arguments) {
                Spark.get("/a", (request, response) -> { throw new IllegalStateException(); });
                Spark.get("/b", (request, response) -> null);
                Spark.get("/c", (request, response) -> Spark.halt(404, "none"));
                Spark.notFound((request, response) -> {
                  response.type("application/json");
                  return "{\\"code\\":1}";
                });
                Spark.internalServerError("{\\"failed\\":1}");
                Spark.after((request, response) -> response.header("X-Request-Id", "1"));
              }
            }
            """);

    assertThat(application.failures().get(0).answer().bodyKeys()).containsExactly("code");
    assertThat(application.failures().get(0).answer().requestId()).isEqualTo(Certainty.YES);
    assertThat(application.contracts().stream().map(c -> answer(c.failures().get(0))))
        .containsExactly("500 [failed] NO", "404 [code] YES", "404 [] NO");
  }

  private static String answer(Failure failure) {
    Answer answer = failure.answer();
    return answer.status() + " " + answer.bodyKeys() + " " + answer.requestId();
  }

  @Test
  void findsPathsThatAreJoinedOfWhatComesAfterABase() {
    Application application =
        Applications.of(
            "spark",
            """
            import spark.*;
            import static org.apache.commons.lang3.StringUtils.join;
            interface Controller {
              String base();
              default String path(Object... parts) {
                if (parts == null || parts.length == 0) {
                  return base();
                }
                return (base() + "/" + join(parts, '/')).replace("//", "/");
              }
            }
            class Lamps implements Controller {
              public String base() { return "/lamps"; }
              void setUp() {
                Spark.path(path("/:lamp"), () -> Spark.get("", (request, response) -> "x"));
                Spark.path(path(), () -> Spark.get("", (request, response) -> "y"));
                Spark.get(String.join("/", base(), "all"), (request, response) -> "z");
              }
            }
            """);

    assertThat(application.contracts().stream().map(c -> c.endpoint().label()))
        .containsExactlyInAnyOrder("GET /lamps/:lamp", "GET /lamps", "GET /lamps/all");
  }

  private static List<String> rows(String handler) {
    Application application = Applications.of("spark", CLASSES.formatted(handler));
    return application.contracts().get(0).failures().stream().map(SparkTest::row).toList();
  }

  private static String row(Failure failure) {
    return failure.exception() + " " + failure.answer().status() + " " + failure.verdict();
  }
}
