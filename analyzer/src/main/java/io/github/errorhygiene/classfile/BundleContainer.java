package io.github.errorhygiene.classfile;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The signatures of widely used libraries that come with this jar, for sources without their class
 * path. {@link SignatureBundler} makes them.
 */
final class BundleContainer implements Container {
  private record Block(int offset, int length) {}

  private final Packages packages = new Packages();
  private final Map<String, Block> index = new HashMap<>();
  private final Map<String, Map<String, byte[]>> unpacked = new ConcurrentHashMap<>();
  private byte @Nullable [] blocks;

  static BundleContainer open() throws IOException {
    BundleContainer bundle = new BundleContainer();
    try (DataInputStream in = new DataInputStream(resource(SignatureBundle.INDEX))) {
      bundle.readIndex(in);
    }
    return bundle;
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = BundleContainer.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException(name);
    }
    return new BufferedInputStream(in);
  }

  private void readIndex(DataInputStream in) throws IOException {
    int offset = 0;
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      Block block = new Block(offset, in.readInt());
      index.put(name, block);
      packages.add(name);
      offset += block.length();
    }
  }

  @Override
  public boolean hasPackage(String name) {
    return packages.contains(name);
  }

  @Override
  public byte @Nullable [] read(String name) {
    String folder = Packages.of(name);
    Block block = index.get(folder);
    if (block == null) {
      return null;
    }
    return unpacked
        .computeIfAbsent(folder, none -> unpack(block))
        .get(name.substring(folder.length() + 1));
  }

  private Map<String, byte[]> unpack(Block block) {
    try {
      return PackageBlock.unpack(blocks(), block.offset(), block.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized byte[] blocks() throws IOException {
    if (blocks == null) {
      try (InputStream in = resource(SignatureBundle.BLOCKS)) {
        blocks = in.readAllBytes();
      }
    }
    return blocks;
  }
}
