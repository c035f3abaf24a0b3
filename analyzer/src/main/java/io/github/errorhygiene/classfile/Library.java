package io.github.errorhygiene.classfile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * A library whose signatures are bundled.
 *
 * @param group of its Maven coordinates, as are {@code artifact} and {@code version}
 * @param licence SPDX identifier
 * @param leftOut matches the internal names of types that applications do not use
 */
record Library(String group, String artifact, String version, String licence, Pattern leftOut) {
  /**
   * The Java release whose class files are taken of multi-release jars: the oldest that the tool
   * runs on.
   */
  private static final Runtime.Version RELEASE = Runtime.Version.parse("17");

  private static final String SUFFIX = ".class";

  String coordinates() {
    return group + ":" + artifact + ":" + version;
  }

  /** As {@code dependency:copy} names it with {@code prependGroupId}. */
  String fileName() {
    return group + "." + artifact + "-" + version + ".jar";
  }

  /** The stripped class files that applications may see, by internal name. */
  SortedMap<String, byte[]> signatures(Path directory) throws IOException {
    File file = directory.resolve(fileName()).toFile();
    try (JarFile jar = new JarFile(file, false, ZipFile.OPEN_READ, RELEASE)) {
      return signatures(jar);
    }
  }

  private SortedMap<String, byte[]> signatures(JarFile jar) {
    Map<String, JarEntry> entries = new HashMap<>();
    jar.versionedStream()
        .filter(entry -> entry.getName().endsWith(SUFFIX))
        .filter(entry -> !entry.getName().endsWith("-info.class"))
        .forEach(entry -> entries.put(nameOf(entry), entry));
    Map<String, byte[]> read = new HashMap<>();
    Function<String, byte[]> files =
        name ->
            read.computeIfAbsent(
                name, none -> bytes(jar, Objects.requireNonNull(entries.get(name))));
    SortedMap<String, byte[]> stripped = new TreeMap<>();
    for (String name : SeenTypes.of(entries.keySet(), files, leftOut.asMatchPredicate())) {
      stripped.put(name, Stripper.strip(files.apply(name)));
    }
    return stripped;
  }

  private static String nameOf(JarEntry entry) {
    String name = entry.getName();
    return name.substring(0, name.length() - SUFFIX.length());
  }

  private static byte[] bytes(JarFile jar, JarEntry entry) {
    try (InputStream in = jar.getInputStream(entry)) {
      return ClassFiles.bytes(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
