package io.github.errorhygiene.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32C;

/**
 * The file that units are kept in: a mark, the build that wrote it, how many entries there are, for
 * each its path, the check sum of the source file and the bytes of the unit; at the end a check sum
 * of all that.
 */
final class CacheFile {
  private static final String MARK = "error-hygiene units 3";
  private static final int CHECK_SUM = Long.BYTES;

  private CacheFile() {}

  /**
   * A unit as bytes.
   *
   * @param hash of the source file's content
   */
  @SuppressWarnings("ArrayRecordComponent" /* never compared, and read only here and beside */)
  record Entry(byte[] hash, byte[] file, int start, int length) {
    static Entry of(byte[] hash, byte[] unit) {
      return new Entry(hash, unit, 0, unit.length);
    }
  }

  /**
   * The entries by path; none if there is no such file, if it is damaged, or if another build of
   * this tool or another tool wrote it.
   */
  static Map<String, Entry> read(Path file, String build) {
    try {
      byte[] bytes = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
      return isWhole(bytes) ? entries(bytes, build) : Map.of();
    } catch (IOException | RuntimeException e) {
      return Map.of();
    }
  }

  private static boolean isWhole(byte[] bytes) {
    int end = bytes.length - CHECK_SUM;
    return end > 0 && ByteBuffer.wrap(bytes).getLong(end) == checkSum(bytes, end);
  }

  private static long checkSum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  private static Map<String, Entry> entries(byte[] bytes, String build) throws IOException {
    ByteArrayInputStream rest = new ByteArrayInputStream(bytes);
    DataInputStream in = new DataInputStream(rest);
    if (!in.readUTF().equals(MARK) || !in.readUTF().equals(build)) {
      return Map.of();
    }
    Map<String, Entry> entries = new HashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String path = in.readUTF();
      byte[] hash = in.readNBytes(in.readUnsignedByte());
      int length = in.readInt();
      entries.put(path, new Entry(hash, bytes, bytes.length - rest.available(), length));
      in.skipNBytes(length);
    }
    return entries;
  }

  /**
   * Puts a whole file in the place of the old one, so that others read the one or the other.
   *
   * @throws IOException if it cannot be written; the old one, if any, is still there
   */
  static void write(Path file, String build, SortedMap<String, Entry> entries) throws IOException {
    byte[] content = content(build, entries);
    Path directory = file.toAbsolutePath().getParent();
    Path made = Files.createDirectories(directory == null ? Path.of("") : directory);
    Path part = Files.createTempFile(made, "units", ".part");
    try {
      Path written = Files.write(part, content);
      Path moved =
          Files.move(
              written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      assert moved.equals(file);
    } finally {
      boolean left = Files.deleteIfExists(part);
      assert !left || !Files.exists(part);
    }
  }

  private static byte[] content(String build, SortedMap<String, Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(MARK);
    out.writeUTF(build);
    out.writeInt(entries.size());
    for (Map.Entry<String, Entry> each : entries.entrySet()) {
      Entry entry = each.getValue();
      out.writeUTF(each.getKey());
      out.writeByte(entry.hash().length);
      out.write(entry.hash());
      out.writeInt(entry.length());
      out.write(entry.file(), entry.start(), entry.length());
    }
    byte[] content = bytes.toByteArray();
    byte[] whole = Arrays.copyOf(content, content.length + CHECK_SUM);
    ByteBuffer checked =
        ByteBuffer.wrap(whole).putLong(content.length, checkSum(content, content.length));
    return checked.array();
  }
}
