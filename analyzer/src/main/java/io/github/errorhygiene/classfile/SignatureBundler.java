package io.github.errorhygiene.classfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the bundled signatures while this jar is built: strips the class files of widely used
 * libraries, as the JDK's {@code ct.sym} does with its own. Where several libraries, or versions of
 * one, have the same type, the first wins, with the members that only others have.
 */
public final class SignatureBundler {
  private final Path list;
  private final Path jars;
  private final Path classes;
  private final Path report;

  private SignatureBundler(Path list, Path jars, Path classes, Path report) {
    this.list = list;
    this.jars = jars;
    this.classes = classes;
    this.report = report;
  }

  /**
   * Bundles.
   *
   * @param arguments the list of libraries; the directory with their jars; the directory of
   *     compiled classes, to which the bundle is written; a file that tells what was taken of each
   *     library, by which a later run sees that nothing changed
   * @throws IOException if a file cannot be read or written; a jar that is listed and not there is
   *     one
   * @throws IllegalArgumentException if the list is malformed
   */
  public static void main(String[] arguments) throws IOException {
    Path[] paths = Stream.of(arguments).map(Path::of).toArray(Path[]::new);
    new SignatureBundler(paths[0], paths[1], paths[2], paths[3]).run();
  }

  private void run() throws IOException {
    String text = Files.readString(list);
    List<Library> libraries = LibraryList.parse(text);
    String inputs = inputs(text, libraries);
    if (isMadeOf(inputs)) {
      return;
    }
    Files.deleteIfExists(report);
    SignatureBundle bundle = new SignatureBundle();
    List<String> lines = new ArrayList<>(List.of(inputs));
    for (Library library : libraries) {
      lines.add(add(library, bundle));
    }
    bundle.write(folder());
    writeNotice(libraries);
    Files.write(report, lines);
  }

  /** What the bundle depends on: the list, the jars, and this package. */
  private String inputs(String text, List<Library> libraries) throws IOException {
    Fingerprint fingerprint = new Fingerprint().add(text);
    for (Library library : libraries) {
      fingerprint.add(library.fileName()).add(Files.size(jars.resolve(library.fileName())));
    }
    for (Path file : classFilesIn(folder())) {
      fingerprint.add(Files.readAllBytes(file));
    }
    return fingerprint.toString();
  }

  private boolean isMadeOf(String inputs) throws IOException {
    return Files.exists(report)
        && Files.exists(folder().resolve(SignatureBundle.INDEX))
        && Files.readString(report).startsWith(inputs);
  }

  /** Adds a library and says how much that was. */
  private String add(Library library, SignatureBundle bundle) throws IOException {
    int types = 0;
    for (Map.Entry<String, byte[]> type : library.signatures(jars).entrySet()) {
      if (bundle.add(type.getKey(), type.getValue())) {
        types++;
      }
    }
    return "%5d types  %s".formatted(types, library.coordinates());
  }

  private Path folder() {
    return classes.resolve(SignatureBundler.class.getPackageName().replace('.', '/'));
  }

  private static List<Path> classFilesIn(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }

  private void writeNotice(List<Library> libraries) throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            Error Hygiene

            This jar carries signatures (names, types, annotations and constants of public and
            protected members, without any code) of these libraries:

            """);
    for (Library library : libraries) {
      text.append(library.coordinates()).append(" (").append(library.licence()).append(")\n");
    }
    Path notice = classes.resolve("META-INF/NOTICE");
    Files.createDirectories(notice.getParent());
    Files.writeString(notice, text);
  }
}
