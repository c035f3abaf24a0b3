package io.github.errorhygiene.classfile;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the bundled signatures: two files that lie beside the classes of this package, a small
 * index, which is all that an analysis with a class path reads, and the packages' blocks.
 */
final class SignatureBundle {
  /** The number of packages; for each its name with slashes, and the length of its block. */
  static final String INDEX = "signatures.idx";

  /** The {@link PackageBlock}s in the order of the index, without gaps. */
  static final String BLOCKS = "signatures.bin";

  private final TreeMap<String, TreeMap<String, byte[]>> packages = new TreeMap<>();

  /**
   * Adds a class file, or what it has beyond the one of that name that is there already; nothing of
   * the unnamed package.
   *
   * @param name internal name
   * @return whether the type is new
   */
  boolean add(String name, byte[] bytes) {
    String folder = Packages.of(name);
    if (folder.isEmpty()) {
      return false;
    }
    TreeMap<String, byte[]> types = packages.computeIfAbsent(folder, none -> new TreeMap<>());
    String simple = name.substring(folder.length() + 1);
    boolean isNew = !types.containsKey(simple);
    types.merge(simple, bytes, Merger::merge);
    return isNew;
  }

  void write(Path directory) throws IOException {
    try (OutputStream blocks = open(directory, BLOCKS);
        DataOutputStream index = new DataOutputStream(open(directory, INDEX))) {
      index.writeInt(packages.size());
      for (Map.Entry<String, TreeMap<String, byte[]>> entry : packages.entrySet()) {
        byte[] block = PackageBlock.pack(entry.getValue());
        index.writeUTF(entry.getKey());
        index.writeInt(block.length);
        blocks.write(block);
      }
    }
  }

  private static OutputStream open(Path directory, String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(directory.resolve(name)));
  }
}
