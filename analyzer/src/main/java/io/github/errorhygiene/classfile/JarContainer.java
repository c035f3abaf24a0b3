package io.github.errorhygiene.classfile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A jar. Of a multi-release jar, the class files for the running Java. */
final class JarContainer implements Container {
  private static final Runtime.Version RELEASE =
      Runtime.Version.parse(
          String.valueOf(Math.min(Runtime.version().feature(), ClassFiles.NEWEST_RELEASE)));
  private static final String VERSIONS = "META-INF/versions/";

  private final JarFile jar;
  private final Packages packages = new Packages();

  private JarContainer(JarFile jar) {
    this.jar = jar;
  }

  /**
   * Opens a jar.
   *
   * @throws IOException if it is none, or broken
   */
  static JarContainer open(File file) throws IOException {
    JarContainer container = new JarContainer(new JarFile(file, false, ZipFile.OPEN_READ, RELEASE));
    container.index();
    return container;
  }

  private void index() {
    for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
      String name = all.nextElement().getName();
      if (name.endsWith(".class")) {
        packages.add(Packages.of(withoutVersion(name)));
      }
    }
  }

  /** {@code META-INF/versions/17/com/acme/A.class} as {@code com/acme/A.class}. */
  private static String withoutVersion(String name) {
    int end = name.startsWith(VERSIONS) ? name.indexOf('/', VERSIONS.length()) : -1;
    return name.substring(end + 1);
  }

  @Override
  public boolean hasPackage(String name) {
    return packages.contains(name);
  }

  @Override
  public byte @Nullable [] read(String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name + ".class");
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return ClassFiles.bytes(in);
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
