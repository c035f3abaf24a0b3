package io.github.errorhygiene.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Java that is told to run for seconds: without the optimising compiler, which costs more than
 * half of an analysis and has no time to pay off, and with the collector that needs no threads.
 */
final class LeanJava {
  /** Those of HotSpot; other machines ignore what they do not know. */
  static final List<String> OPTIONS =
      List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** A property of such a Java: to find out its options takes a while. */
  private static final String STARTED = "error-hygiene.lean";

  /** Where users put options of Java. */
  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private LeanJava() {}

  /**
   * Runs the command in such a Java.
   *
   * @return its exit code; empty if this Java is to do it: it was given options of its own, or no
   *     other can be started
   */
  static Optional<Integer> run(String[] args) {
    if (System.getProperty(STARTED) != null) {
      return Optional.empty();
    }
    List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
    if (!isPlain(given, System.getenv())) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(given);
    command.add("-D" + STARTED + "=true");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(args));
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      // who ends this process means the other one
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return Optional.of(process.waitFor());
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(ExitCode.FAULT);
    }
  }

  /** Whether nobody has chosen how Java is to run, the size of its memory excepted. */
  static boolean isPlain(List<String> options, Map<String, String> environment) {
    return VARIABLES.stream().noneMatch(environment::containsKey)
        && options.stream().allMatch(option -> option.startsWith("-Xm") || option.startsWith("-D"));
  }
}
