package io.github.errorhygiene.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * What contents are told apart by: their length and two sums of 32 bits each. Not for contents that
 * somebody makes alike on purpose, who would fool himself; but machines have instructions for it,
 * which even code has that is not compiled, so that it costs less than reading the file.
 */
public final class CheckSum {
  private static final int BYTES = 3 * Integer.BYTES;

  private static final int CHUNK = 1 << 16;

  private final CRC32 one = new CRC32();
  private final CRC32C other = new CRC32C();
  private int length;

  private CheckSum() {}

  /** Equal for equal contents; of the same length always. */
  public static byte[] of(byte[] content) {
    CheckSum sum = new CheckSum();
    sum.add(content, content.length);
    return sum.bytes();
  }

  /** The same of what a stream has left, which need not fit into memory. */
  public static byte[] of(InputStream content) throws IOException {
    CheckSum sum = new CheckSum();
    byte[] chunk = new byte[CHUNK];
    for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
      sum.add(chunk, read);
    }
    return sum.bytes();
  }

  private void add(byte[] chunk, int count) {
    one.update(chunk, 0, count);
    other.update(chunk, 0, count);
    length += count;
  }

  private byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .putInt(length)
        .putInt((int) one.getValue())
        .putInt((int) other.getValue())
        .array();
  }
}
