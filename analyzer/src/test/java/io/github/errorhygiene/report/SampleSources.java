package io.github.errorhygiene.report;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The sources that the sample report speaks of, as test resources; places are found by text, so
 * they are always right.
 */
public final class SampleSources {
  /** The analysed root: an existing directory with the files that the sample's places name. */
  public static final Path ROOT = locate();

  private static final String PACKAGE_DIRECTORY = "src/main/java/com/acme/shop/";

  private SampleSources() {}

  /**
   * The first place of a text in a file of the sample, e.g. {@code at("order/OrderController.java",
   * "get(")}.
   */
  public static Place at(String file, String text) {
    String path = PACKAGE_DIRECTORY + file;
    String source = read(ROOT.resolve(path));
    int index = source.indexOf(text);
    if (index < 0) {
      throw new IllegalArgumentException(path + " does not contain " + text);
    }
    String before = source.substring(0, index);
    int line = (int) before.lines().count() + (before.endsWith("\n") ? 1 : 0);
    return new Place(path, line, index - before.lastIndexOf('\n'));
  }

  /** A step at the first place of a text. */
  public static Step step(String file, String text, String what) {
    return new Step(at(file, text), what);
  }

  private static Path locate() {
    try {
      return Path.of(
          Objects.requireNonNull(SampleSources.class.getResource("/sample-shop")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
