package io.github.errorhygiene.routed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavalinTest {
  private static final String LAMPS =
      """
      import io.javalin.Javalin;
      import io.javalin.apibuilder.*;
      import io.javalin.http.*;
      import java.util.Arrays;
      import java.util.Map;
      class Lamps implements CrudHandler {
        public void getAll(Context ctx) {}
        public void getOne(Context ctx, String lamp) {}
        public void create(Context ctx) {}
        public void update(Context ctx, String lamp) {}
        public void delete(Context ctx, String lamp) {}
      }
      class Main {
        public static void main(String[] arguments) {
          Javalin app = Javalin.create();
          %s
        }
        static String last(String path) {
          String[] parts =
              Arrays.stream(path.split("/")).filter(it -> !it.isEmpty()).toArray(String[]::new);
          return parts[parts.length - 1];
        }
      }
      """;

  @Test
  void handlersAreFoundThatAreTakenFromATableOfTheUsualOperations() {
    String setup =
        """
        Map<CrudFunction, Handler> table = CrudHandlerKt.getCrudFunctions(new Lamps(), "{lamp}");
        app.get("/lamps/{lamp}", table.get(CrudFunction.GET_ONE));
        app.post("/lamps", table.get(CrudFunction.CREATE));
        """;

    assertThat(endpoints(setup))
        .containsExactly(
            "POST /lamps Lamps#create(Context)", "GET /lamps/{lamp} Lamps#getOne(Context,String)");
  }

  @Test
  void pathsAreFoundThatArePutTogetherFromPartsOfOthers() {
    String setup =
        """
        String path = "/lamps/{lamp}";
        app.get(path.replace(last(path), ""), ctx -> {});
        """;

    assertThat(endpoints(setup)).containsExactly("GET /lamps/ Main#main(String[])");
  }

  /** {@code ExceptionMapper.handle}: only a handler for the type itself comes before its status. */
  @Test
  void anExceptionThatCarriesAStatusIsNotForAHandlerOfEverything() {
    String setup =
        """
        app.get("/lamps", ctx -> {
          throw new io.javalin.http.HttpResponseException(Integer.getInteger("dark"), "", Map.of());
        });
        app.exception(Exception.class, (e, ctx) -> ctx.status(500));
        """;

    assertThat(application(setup).contracts().get(0).failures())
        .filteredOn(row -> row.exception().endsWith("HttpResponseException"))
        .extracting(row -> row.answer().status())
        .containsExactly(0);
  }

  /** {@code JavalinServlet.handleTask}: its exception is a task's failure like any other. */
  @Test
  void anExceptionThatAHandlerOfExceptionsThrowsAnswersWithTheStatusItCarries() {
    String setup =
        """
        app.get("/lamps", ctx -> { throw new IllegalStateException("dark"); });
        app.exception(IllegalStateException.class, (e, ctx) -> {
          System.getLogger("lamps").log(System.Logger.Level.ERROR, "dark", e);
          throw new ServiceUnavailableResponse("dark");
        });
        """;

    assertThat(application(setup).contracts().get(0).failures())
        .extracting(Failure::exception, row -> row.answer().status(), row -> row.answer().logged())
        .containsExactly(tuple("java.lang.IllegalStateException", 503, Certainty.YES));
  }

  /** Javalin 5.6.5 and 6.7.0, observed: the handler for that exception is asked. */
  @Test
  void whatAHandlerOfExceptionsThrowsIsForAnotherHandler() {
    String setup =
        """
        app.get("/lamps", ctx -> { throw new IllegalStateException("dark"); });
        app.exception(IllegalStateException.class, (e, ctx) -> { throw new IllegalArgumentException(); });
        app.exception(IllegalArgumentException.class, (e, ctx) -> ctx.status(418));
        """;

    assertThat(failure(setup).answer().status()).isEqualTo(418);
  }

  /** Javalin 5.6.5 and 6.7.0, observed: the same handler is asked for ever. */
  @Test
  void aHandlerThatThrowsWhatItIsAskedForNeverAnswers() {
    String setup =
        """
        app.get("/lamps", ctx -> { throw new IllegalStateException("dark"); });
        app.exception(IllegalStateException.class, (e, ctx) -> { throw e; });
        """;

    assertThat(failure(setup).answer().status()).isEqualTo(Answer.PENDING);
  }

  /** Javalin 4.6.8, observed: nobody is asked again. */
  @Test
  void whatAHandlerOfExceptionsThrowsIsNobodysInJavalin4() {
    String setup =
        """
        app.get("/lamps", ctx -> { throw new IllegalStateException("dark"); });
        app.exception(IllegalStateException.class, (e, ctx) -> {
          throw new ServiceUnavailableResponse("dark");
        });
        """;
    String four = "import io.javalin.core.JavalinConfig;\n" + LAMPS.formatted(setup);

    assertThat(Applications.of("javalin", four).contracts().get(0).failures())
        .extracting(row -> row.answer().status(), row -> row.answer().contentType())
        .containsExactly(tuple(500, null));
  }

  @Test
  void theMessageOfAnExceptionWithAStatusIsTheAnswer() {
    String fixed = "app.get(\"/lamps\", ctx -> { throw new NotFoundResponse(\"no lamp\"); });";
    String foreign =
        """
        app.get("/lamps", ctx -> {
          try { java.nio.file.Files.readString(java.nio.file.Path.of("lamps")); }
          catch (java.io.IOException e) { throw new InternalServerErrorResponse(e.getMessage()); }
        });
        """;

    assertThat(failure(fixed).answer().exposes()).isEmpty();
    assertThat(failure(foreign).answer().exposes()).contains("message");
  }

  @Test
  void whatIsAnswered500WithoutAWordOfTheReasonIsJudgedByTheReason() {
    String setup =
        """
        app.get("/lamps", ctx -> {
          try { ctx.result("" + Long.parseLong(ctx.queryParam("level"))); }
          catch (NumberFormatException e) { throw new InternalServerErrorResponse(); }
        });
        """;

    assertThat(failure(setup).fits()).isEqualTo(400);
    assertThat(failure(setup).summary()).isEqualTo("NumberFormatException");
  }

  @Test
  void aHandlerThatMayHaveAnotherAroundItIsOneEndpoint() {
    String setup =
        """
        Handler open = ctx -> ctx.result("on");
        Handler guarded = ctx -> {
          if (ctx.header("X-Key") == null) { throw new UnauthorizedResponse(); }
          open.handle(ctx);
        };
        app.get("/lamps", System.getenv("GUARDED") == null ? open : guarded);
        """;

    assertThat(application(setup).contracts()).hasSize(1);
    assertThat(failure(setup).answer().status()).isEqualTo(401);
  }

  @Test
  void whatIsRefusedNamesTheMemberOfTheAnswer() {
    String setup =
        """
        app.get("/lamps", ctx ->
            ctx.result("" + ctx.queryParamAsClass("level", Integer.class).check(l -> l > 0, "").get()));
        """;

    assertThat(failure(setup).answer().bodyKeys()).containsExactly("level");
    assertThat(failure(setup).answer().contentType()).isEqualTo("application/json");
  }

  @Test
  void aTextThatIsWantedAsTextIsNotConverted() {
    String setup =
        """
        app.get("/lamps", ctx ->
            ctx.result(ctx.queryParamAsClass("color", String.class).getOrDefault("")));
        """;

    assertThat(failures(setup)).isEmpty();
  }

  @Test
  void aTextMayFailItsCheck() {
    String setup =
        """
        app.get("/lamps", ctx -> ctx.result(
            ctx.queryParamAsClass("color", String.class).check(c -> c.length() < 9, "").getOrDefault("")));
        """;

    assertThat(failures(setup)).containsExactly("io.javalin.validation.ValidationException");
  }

  @Test
  void aTextThatIsWantedAsANumberMayBeNone() {
    String setup =
        """
        app.get("/lamps", ctx ->
            ctx.result("" + ctx.queryParamAsClass("level", Integer.class).getOrDefault(1)));
        """;

    assertThat(failures(setup)).containsExactly("io.javalin.validation.ValidationException");
  }

  @Test
  void whatIsRefusedIsAnsweredByTheFrameworkBesideAHandlerForAll() {
    String setup =
        """
        app.get("/lamps", ctx ->
            ctx.result("" + ctx.queryParamAsClass("level", Integer.class).getOrDefault(1)));
        app.exception(Exception.class, (e, ctx) -> ctx.status(500).result("sorry"));
        """;

    assertThat(failure(setup).answer().status()).isEqualTo(400);
  }

  private static List<String> failures(String setup) {
    return application(setup).contracts().get(0).failures().stream()
        .map(Failure::exception)
        .toList();
  }

  private static Failure failure(String setup) {
    return application(setup).contracts().get(0).failures().get(0);
  }

  private static List<String> endpoints(String setup) {
    return application(setup).contracts().stream()
        .map(contract -> contract.endpoint().label() + " " + contract.endpoint().handler())
        .toList();
  }

  private static Application application(String setup) {
    return Applications.of("javalin", LAMPS.formatted(setup));
  }
}
