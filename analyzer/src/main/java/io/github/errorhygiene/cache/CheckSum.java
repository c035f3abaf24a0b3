package io.github.errorhygiene.cache;

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

  private CheckSum() {}

  /** Equal for equal contents; of the same length always. */
  public static byte[] of(byte[] content) {
    CRC32 one = new CRC32();
    one.update(content, 0, content.length);
    CRC32C other = new CRC32C();
    other.update(content, 0, content.length);
    return ByteBuffer.allocate(BYTES)
        .putInt(content.length)
        .putInt((int) one.getValue())
        .putInt((int) other.getValue())
        .array();
  }
}
