package io.github.errorhygiene.escape;

import static io.github.errorhygiene.escape.Evaluated.escapesOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sure of the results of library methods, and where their functions run. */
class PromisedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text.toCharArray()",
        "text.split(\":\")",
        "java.util.Arrays.copyOf(text.toCharArray(), 3)",
        "text.trim()",
      })
  void whatIsNeverNullIsNotTakenForNull(String made) {
    assertThat(
            escapesOf(
                "void run(String text) { Object made = %s; if (made == null) throw new Conflict(); }"
                    .formatted(made)))
        .isEmpty();
  }

  @Test
  void whatMayBeNullIs() {
    assertThat(
            escapesOf(
                """
                void run(String text) {
                  Object made = text.isEmpty() ? null : text.toCharArray();
                  if (made == null) throw new Conflict();
                }
                """))
        .containsExactly("Conflict because REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.ofPlatform().name(\"poll\").start(() -> Integer.parseInt(id));",
        "Thread.ofVirtual().unstarted(() -> Integer.parseInt(id));",
        "Thread.startVirtualThread(() -> Integer.parseInt(id));",
        "new Thread(() -> Integer.parseInt(id)).start();",
      })
  void whatAnotherThreadThrowsReachesNobody(String started) {
    assertThat(escapesOf("void run(String id) { %s }".formatted(started))).isEmpty();
  }

  @Test
  void aFlagOfThePackageDependsOnNoRequest() {
    assertThat(
            escapesOf(
                """
                void run(String id) { new Call(id).execute(); }
                static class Call {
                  boolean executed;
                  String id;
                  Call(String id) { this.id = id; }
                  void execute() {
                    if (this.executed) throw new Conflict();
                    this.executed = true;
                  }
                }
                """))
        .noneMatch(escape -> escape.endsWith("REQUEST"));
  }
}
