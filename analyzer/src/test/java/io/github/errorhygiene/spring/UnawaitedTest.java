package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Futures of which nobody asks how they ended. */
class UnawaitedTest {
  /** What is dropped on the way, with whether it was logged. */
  private static List<String> dropped(String code) {
    return incidents(
        Service.of(
            """
            import java.util.concurrent.*;
            import org.springframework.web.client.RestTemplate;
            @RestController class Orders {
              RestTemplate rest;
              ExecutorService pool;
              okhttp3.OkHttpClient client;
              static final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger("x");
              String undo(Throwable e) { pool.shutdown(); return e.getMessage(); }
              @PostMapping("/") Object pay(@RequestParam String id) { %s }
              CompletableFuture<String> send(String id) {
                return CompletableFuture.supplyAsync(
                    () -> rest.postForObject("https://bank.example", id, String.class));
              }
            }
            """
                .formatted(code)));
  }

  private static List<String> incidents(Service service) {
    return service.application().contracts().stream()
        .map(Contract::incidents)
        .flatMap(List::stream)
        .map(incident -> incident.kind() + " " + incident.attempted() + " " + incident.logged())
        .distinct()
        .toList();
  }

  @Test
  void aFailureOfAFutureThatNobodyKeepsIsDropped() {
    String lost = "SWALLOWED RestTemplate.postForObject NO";
    assertThat(dropped("send(id); return null;")).containsExactly(lost);
    assertThat(dropped("send(id).thenAccept(s -> {}); return null;")).containsExactly(lost);
    assertThat(dropped("pool.submit(() -> send(id).join()); return null;")).containsExactly(lost);
  }

  @Test
  void whoAwaitsOrReturnsItLearnsOfIt() {
    assertThat(dropped("return send(id);")).isEmpty();
    assertThat(dropped("send(id).join(); return null;")).isEmpty();
  }

  @Test
  void whoIsToldOfTheFailureMayDealWithIt() {
    assertThat(dropped("send(id).whenComplete((s, e) -> undo(e)); return null;")).isEmpty();
    assertThat(
            dropped(
                "send(id).whenComplete((s, e) -> { if (e != null) { undo(e); } }); return null;"))
        .isEmpty();
    assertThat(dropped("send(id).handle((s, e) -> e == null ? s : undo(e)); return null;"))
        .isEmpty();
    assertThat(dropped("send(id).exceptionally(e -> undo(e)); return null;")).isEmpty();
  }

  @Test
  void whoIsToldOfItMayIgnoreItOrOnlySaySo() {
    String lost = "SWALLOWED RestTemplate.postForObject NO";
    String said = "SWALLOWED RestTemplate.postForObject UNKNOWN";

    assertThat(dropped("send(id).exceptionally(e -> null); return null;")).containsExactly(lost);
    assertThat(dropped("send(id).handle((s, e) -> s); return null;")).containsExactly(lost);
    assertThat(dropped("send(id).whenComplete((s, e) -> pool.shutdown()); return null;"))
        .containsExactly(lost);
    assertThat(
            dropped(
                "send(id).whenComplete((s, e) -> { if (e == null) { pool.shutdown(); } }); return null;"))
        .containsExactly(lost);
    assertThat(
            dropped(
                "send(id).whenComplete((s, e) -> { if (e != null) { log.error(\"no\", e); } });"
                    + " return null;"))
        .containsExactly(said);
    assertThat(
            dropped(
                "send(id).exceptionally(e -> { log.warn(\"no\", e); return null; }); return null;"))
        .containsExactly(said.replace("UNKNOWN", "YES"));
  }

  @Test
  void whoCompletesSomethingTellsOfIt() {
    assertThat(
            dropped(
                "CompletableFuture<String> p = new CompletableFuture<>();"
                    + " send(id).whenComplete((s, e) -> p.complete(s)); return p;"))
        .isEmpty();
  }

  @Test
  void aPublisherThatSomebodySubscribesToFailsInTheLogUnlessHeAsks() {
    assertThat(reactive("post(id).subscribe();")).hasSize(1).first().asString().endsWith("YES");
    assertThat(reactive("post(id).subscribe(s -> {});")).hasSize(1);
    assertThat(reactive("post(id).subscribe(s -> {}, e -> {});"))
        .hasSize(1)
        .first()
        .asString()
        .endsWith("NO");
    assertThat(reactive("post(id).subscribe(s -> {}, e -> log.error(\"no\", e));"))
        .hasSize(1)
        .first()
        .asString()
        .endsWith("UNKNOWN");
    assertThat(reactive("post(id).subscribe(s -> {}, e -> undo(e));")).isEmpty();
    assertThat(reactive("post(id).doOnError(e -> undo(e)).subscribe();")).isEmpty();
    assertThat(reactive("post(id).onErrorResume(e -> Mono.empty()).subscribe();"))
        .hasSize(1)
        .first()
        .asString()
        .endsWith("NO");
    assertThat(reactive("post(id).onErrorResume(e -> undo(e)).subscribe();")).isEmpty();
  }

  @Test
  void whatIsGivenInPlaceOfAFailureMayBeFollowedBySomethingElse() {
    assertThat(reactive("return post(id).onErrorResume(e -> Mono.empty()).then(Mono.just(id));"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("SWALLOWED");
    assertThat(reactive("return post(id).onErrorComplete().thenReturn(id);")).hasSize(1);
    assertThat(reactive("return post(id).then(Mono.just(id));")).isEmpty();
    assertThat(reactive("return post(id).onErrorResume(e -> undo(e)).then(Mono.just(id));"))
        .isEmpty();
  }

  @Test
  void aCallbackIsToldOfTheFailure() {
    String call =
        "client.newCall(new okhttp3.Request.Builder().url(id).build()).enqueue(new okhttp3.Callback() {"
            + " public void onFailure(okhttp3.Call c, java.io.IOException e) { %s }"
            + " public void onResponse(okhttp3.Call c, okhttp3.Response r) { r.close(); } }); return null;";

    assertThat(dropped(call.formatted(""))).containsExactly("SWALLOWED Call.enqueue NO");
    assertThat(dropped(call.formatted("log.warn(\"no\", e);")))
        .containsExactly("SWALLOWED Call.enqueue UNKNOWN");
    assertThat(dropped(call.formatted("undo(e);"))).isEmpty();
  }

  /** The same of a reactive handler. */
  private static List<String> reactive(String code) {
    return incidents(
        Service.of(
                """
                import org.slf4j.*;
                import org.springframework.web.reactive.function.client.WebClient;
                import reactor.core.publisher.*;
                @RestController class Orders {
                  static final Logger log = LoggerFactory.getLogger("x");
                  WebClient client;
                  @PostMapping("/") Mono<String> pay(@RequestParam String id) { %s %s }
                  Mono<String> post(String id) {
                    return client.post().uri(id).retrieve().bodyToMono(String.class);
                  }
                  Mono<String> undo(Throwable e) { return Mono.just(e.getMessage()); }
                }
                """
                    .formatted(code, code.contains("return") ? "" : "return Mono.just(id);"))
            .reactive());
  }

  @Test
  void aFunctionThatThrowsGivesNothingInPlaceOfTheFailure() {
    assertThat(
            dropped("return send(id).exceptionally(e -> { throw new CompletionException(e); });"))
        .isEmpty();
    assertThat(dropped("return send(id).exceptionally(e -> null);"))
        .containsExactly("REPLACED RestTemplate.postForObject NO");
  }
}
