package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Contract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Futures of which nobody asks how they ended. */
class UnawaitedTest {
  /** What is dropped on the way, with whether it was logged. */
  private static List<String> dropped(String code) {
    return Service.of(
            """
            import java.util.concurrent.*;
            import org.springframework.web.client.RestTemplate;
            @RestController class Orders {
              RestTemplate rest;
              ExecutorService pool;
              @PostMapping("/") Object pay(@RequestParam String id) { %s }
              CompletableFuture<String> send(String id) {
                return CompletableFuture.supplyAsync(
                    () -> rest.postForObject("https://bank.example", id, String.class));
              }
            }
            """
                .formatted(code))
        .application()
        .contracts()
        .stream()
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
    assertThat(dropped("send(id).whenComplete((s, e) -> pool.shutdown()); return null;")).isEmpty();
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
