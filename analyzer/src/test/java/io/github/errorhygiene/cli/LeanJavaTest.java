package io.github.errorhygiene.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeanJavaTest {
  @Test
  void isUsedWhereNobodyChoseHowJavaRuns() {
    assertThat(LeanJava.isPlain(List.of(), Map.of("PATH", "/bin"))).isTrue();
  }

  @Test
  void takesOverTheSizeOfTheMemoryAndProperties() {
    assertThat(LeanJava.isPlain(List.of("-Xmx512m", "-Dfile.encoding=UTF-8"), Map.of())).isTrue();
  }

  @Test
  void isNotUsedIfCompilerCollectorOrDebuggerAreChosen() {
    assertThat(LeanJava.isPlain(List.of("-XX:+UseZGC"), Map.of())).isFalse();
    assertThat(LeanJava.isPlain(List.of("-agentlib:jdwp=transport=dt_socket"), Map.of())).isFalse();
    assertThat(LeanJava.isPlain(List.of("-javaagent:jacoco.jar"), Map.of())).isFalse();
  }

  @Test
  void isNotUsedIfTheEnvironmentHasOptions() {
    assertThat(LeanJava.isPlain(List.of(), Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g"))).isFalse();
  }

  /** Its own options are not plain: it does not start another one. */
  @Test
  void doesNotStartItselfAgain() {
    assertThat(LeanJava.isPlain(LeanJava.OPTIONS, Map.of())).isFalse();
  }
}
