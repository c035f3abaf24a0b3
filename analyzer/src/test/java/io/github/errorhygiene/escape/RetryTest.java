package io.github.errorhygiene.escape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.domain.Event;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls of other services that are made again when they fail. */
class RetryTest {
  private static final String COUNTED = "for (int i = 0; i < 5; i++) ";
  private static final String CALL = "return rest.getForObject(\"https://bank\", String.class);";

  @Test
  void aCountedLoopThatDoesNotWaitTriesAgainAtOnce() {
    assertThat(retried(COUNTED + "{ try { " + CALL + " } catch (RestClientException e) { } }"))
        .containsExactly("at once");
    assertThat(
            retried(
                "int left = 3; while (left > 0) { try { "
                    + CALL
                    + " } catch (RestClientException e) { left--; } }"))
        .containsExactly("at once");
  }

  @Test
  void aLoopThatNeverGivesUpTriesUntilItSucceeds() {
    String loop = "while (true) { try { %s } catch (RestClientException e) { %s } }";

    assertThat(retried(loop.formatted(CALL, ""))).containsExactly("at once, until it succeeds");
    assertThat(retried(loop.formatted(CALL, "continue;")))
        .containsExactly("at once, until it succeeds");
    assertThat(retried(loop.formatted(CALL, "Thread.sleep(100);")))
        .containsExactly("until it succeeds");
  }

  @Test
  void aVariableThatASuccessSetsLeavesTheLoopToo() {
    assertThat(
            retried(
                "String s = null; while (s == null) { try { s = rest.getForObject(\"https://bank\", String.class); }"
                    + " catch (RestClientException e) { } } return s;"))
        .containsExactly("at once, until it succeeds");
  }

  @Test
  void whoeverWaitsAndCountsIsRight() {
    String loop = COUNTED + "{ try { " + CALL + " } catch (RestClientException e) { %s } }";

    assertThat(retried(loop.formatted("Thread.sleep(100);"))).isEmpty();
    assertThat(retried(loop.formatted("TimeUnit.SECONDS.sleep(i);"))).isEmpty();
    assertThat(retried(loop.formatted("calm(i);"))).isEmpty();
    assertThat(
            retried(
                "int n = 0; while (true) { try { "
                    + CALL
                    + " } catch (RestClientException e) { if (++n > 3) throw e; Thread.sleep(n); } }"))
        .isEmpty();
  }

  @Test
  void givingUpAtTheFirstFailureIsNoRetry() {
    String loop = "while (true) { try { " + CALL + " } catch (RestClientException e) { %s } }";

    assertThat(retried(loop.formatted("throw e;"))).isEmpty();
    assertThat(retried(loop.formatted("break;") + " return null;")).isEmpty();
  }

  @Test
  void anotherHostEachTimeIsFailOver() {
    String call = "return rest.getForObject(%s, String.class);";
    String clause = " } catch (RestClientException e) { }";

    assertThat(
            retried(
                COUNTED + "{ try { " + call.formatted("hosts.get(i)") + clause + " } return null;"))
        .isEmpty();
    assertThat(
            retried(
                "for (String host : hosts) { try { "
                    + call.formatted("host")
                    + clause
                    + " } return null;"))
        .isEmpty();
    assertThat(
            retried(
                "Iterator<String> it = hosts.iterator(); while (it.hasNext()) { try { "
                    + call.formatted("it.next()")
                    + clause
                    + " } return null;"))
        .isEmpty();
  }

  @Test
  void theNumberOfTheTryMayBeLogged() {
    assertThat(
            retried(
                COUNTED
                    + "{ try { log.info(\"try {}\", i); "
                    + CALL
                    + " } catch (RestClientException e) { } }"))
        .containsExactly("at once");
  }

  @Test
  void goingThroughAListIsNoRetry() {
    assertThat(
            retried(
                "for (int i = 0; i < hosts.size(); i++) { try { rest.delete(hosts.get(i)); }"
                    + " catch (RestClientException e) { } } return null;"))
        .isEmpty();
    assertThat(
            retried(
                COUNTED
                    + "{ try { rest.delete(\"https://bank\"); } catch (RestClientException e) { } } return null;"))
        .isEmpty();
  }

  @Test
  void failuresOfOneSelfAreOthersBusiness() {
    assertThat(
            retried(
                COUNTED
                    + "{ try { return orders.findById(\"a\").get().id(); } catch (RuntimeException e) { } }"))
        .isEmpty();
  }

  @Test
  void publishersRetryAtOnceUnlessTheyAreToldToWait() {
    String call = "return client.get().uri(\"/\").retrieve().bodyToMono(String.class)%s.block();";

    assertThat(retried(call.formatted(".retry()"))).containsExactly("at once, until it succeeds");
    assertThat(retried(call.formatted(".retry(3)"))).containsExactly("at once");
    assertThat(retried(call.formatted(".retry(0)"))).isEmpty();
    assertThat(retried(call.formatted(".retryWhen(Retry.max(3))"))).containsExactly("at once");
    assertThat(retried(call.formatted(".retryWhen(Retry.indefinitely())")))
        .containsExactly("at once, until it succeeds");
    assertThat(
            retried(
                call.formatted(
                    ".retryWhen(Retry.max(3).filter(e -> e instanceof RuntimeException))")))
        .containsExactly("at once");
    assertThat(retried(call.formatted(".retryWhen(Retry.backoff(3, Duration.ofMillis(10)))")))
        .isEmpty();
    assertThat(retried(call.formatted(""))).isEmpty();
  }

  @Test
  void templatesRetryAtOnceUnlessTheyAreToldToWait() {
    String call = "return %s.execute(c -> rest.getForObject(\"https://bank\", String.class));";

    assertThat(retried(call.formatted("new RetryTemplate()"))).containsExactly("at once");
    assertThat(retried(call.formatted("RetryTemplate.builder().maxAttempts(4).build()")))
        .containsExactly("at once");
    assertThat(retried(call.formatted("RetryTemplate.builder().fixedBackoff(100).build()")))
        .isEmpty();
    assertThat(
            retried(
                "RetryTemplate t = new RetryTemplate(); t.setBackOffPolicy(new ExponentialBackOffPolicy()); "
                    + call.formatted("t")))
        .isEmpty();
  }

  @Test
  void aTemplateMayBeMadeOnceOrByAFactory() {
    String call =
        "return template.execute(c -> rest.getForObject(\"https://bank\", String.class));";
    String bean =
        "RetryTemplate template; @org.springframework.context.annotation.Bean RetryTemplate made() {"
            + " RetryTemplate t = new RetryTemplate(); %s return t; }";

    assertThat(retried(call, "final RetryTemplate template = new RetryTemplate();"))
        .containsExactly("at once");
    assertThat(
            retried(
                call,
                "private final RetryTemplate template; Test() { template = new RetryTemplate(); }"))
        .containsExactly("at once");
    assertThat(retried(call, bean.formatted(""))).containsExactly("at once");
    assertThat(retried(call, bean.formatted("t.setBackOffPolicy(new ExponentialBackOffPolicy());")))
        .isEmpty();
    assertThat(retried(call, "RetryTemplate template;")).isEmpty();
  }

  @Test
  void aMethodMayCallItselfAgain() {
    String method =
        "String ask(int tries) { try { return rest.getForObject(\"https://bank\", String.class); }"
            + " catch (RestClientException e) { if (tries > 3) { throw e; } %s } } void renew() {}";

    assertThat(retried("return ask(0);", method.formatted("return ask(tries + 1);")))
        .containsExactly("at once");
    assertThat(
            retried(
                "return ask(0);",
                method.formatted("log.warn(\"again {}\", tries); return ask(tries + 1);")))
        .containsExactly("at once");
    assertThat(retried("return ask(0);", method.formatted("renew(); return ask(tries + 1);")))
        .isEmpty();
    assertThat(retried("return ask(0);", method.formatted("return ask(3);"))).isEmpty();
  }

  @Test
  void otherLibrariesRetryAtOnceAsWell() {
    String call = "rest.getForObject(\"https://bank\", String.class)";
    String uni = "return Uni.createFrom().item(() -> " + call + ").onFailure().retry()%s;";
    String single = "return Single.fromCallable(() -> " + call + ")%s.blockingGet();";

    assertThat(retried(uni.formatted(".atMost(3).await().indefinitely()")))
        .containsExactly("at once");
    assertThat(
            retried(
                uni.formatted(
                    ".withBackOff(Duration.ofMillis(9)).atMost(3).await().indefinitely()")))
        .isEmpty();
    assertThat(retried(single.formatted(".retry()"))).containsExactly("at once, until it succeeds");
    assertThat(retried(single.formatted(".retry(2)"))).containsExactly("at once");
  }

  private static List<String> retried(String body) {
    return retried(body, "");
  }

  private static List<String> retried(String body, String members) {
    Evaluated evaluated =
        Evaluated.of(
            """
            import org.springframework.web.client.*;
            import org.springframework.web.reactive.function.client.WebClient;
            import org.springframework.retry.support.RetryTemplate;
            import org.springframework.retry.backoff.*;
            import reactor.util.retry.Retry;
            import io.smallrye.mutiny.Uni;
            import io.reactivex.rxjava3.core.Single;
            class Test {
              org.slf4j.Logger log; RestTemplate rest; WebClient client; Orders orders; List<String> hosts;
              void calm(int n) throws Exception { rest(n); }
              void rest(int n) throws Exception { Thread.sleep(n); }
              String run() throws Exception {
            """
                + body
                + " }\n"
                + members
                + "}");
    return evaluated.summary().events().stream()
        .filter(event -> event.kind() == Kind.RETRIED)
        .map(Event::detail)
        .distinct()
        .toList();
  }
}
