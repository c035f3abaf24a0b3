package io.github.errorhygiene.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Class files and jars made of sources in tests. */
final class Compiled {
  private Compiled() {}

  /** Compiles one source file without parameter names; returns the directory of class files. */
  static Path directory(Path directory, String source, String... options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> all = new ArrayList<>(List.of("-d", directory.toString(), "-proc:none"));
    all.addAll(List.of(options));
    StringWriter messages = new StringWriter();
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreErrors) {
            return source;
          }

          @Override
          public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
          }
        };
    boolean compiles = compiler.getTask(messages, null, null, all, null, List.of(file)).call();
    assertThat(compiles).as(messages.toString()).isTrue();
    return directory;
  }

  /** All class files below a directory by entry name. */
  static Map<String, byte[]> files(Path directory) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (var all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  static Path jar(Path jar, Map<String, byte[]> files) throws IOException {
    return write(jar, new Manifest(), files);
  }

  static Path multiReleaseJar(Path jar, Map<String, byte[]> files) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    return write(jar, manifest, files);
  }

  private static Path write(Path jar, Manifest manifest, Map<String, byte[]> files)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new JarEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return jar;
  }
}
