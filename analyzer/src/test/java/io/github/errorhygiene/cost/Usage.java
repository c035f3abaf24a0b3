package io.github.errorhygiene.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command has used.
 *
 * @param seconds of CPU, of all its processes from their start to their end
 */
record Usage(double seconds) {
  /** The shell tells what its children have used ({@code times} of POSIX, the second line). */
  private static final String SCRIPT = "\"$@\"; status=$?; times; exit $status";

  private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s\\s+(\\d+)m([\\d.]+)s");

  /** Runs a command to its end. */
  static Usage of(List<String> command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
    all.addAll(command);
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    Matcher time = TIME.matcher(output.substring(output.stripTrailing().lastIndexOf('\n') + 1));
    assertThat(time.find()).as(output).isTrue();
    return new Usage(
        60 * Double.parseDouble(time.group(1))
            + Double.parseDouble(time.group(2))
            + 60 * Double.parseDouble(time.group(3))
            + Double.parseDouble(time.group(4)));
  }
}
