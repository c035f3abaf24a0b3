package io.github.errorhygiene.classfile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** The class files of one package, compressed together since they repeat each other's constants. */
final class PackageBlock {
  private PackageBlock() {}

  /** Packs class files by the simple name of their types. */
  static byte[] pack(SortedMap<String, byte[]> files) throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DataOutputStream out =
        new DataOutputStream(new DeflaterOutputStream(block, deflater, 1 << 16))) {
      out.writeInt(files.size());
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.writeUTF(file.getKey());
        out.writeInt(file.getValue().length);
        out.write(file.getValue());
      }
    } finally {
      deflater.end();
    }
    return block.toByteArray();
  }

  static Map<String, byte[]> unpack(byte[] blocks, int offset, int length) throws IOException {
    ByteArrayInputStream block = new ByteArrayInputStream(blocks, offset, length);
    Map<String, byte[]> files = new HashMap<>();
    try (DataInputStream in = new DataInputStream(new InflaterInputStream(block))) {
      for (int left = in.readInt(); left > 0; left--) {
        String name = in.readUTF();
        files.put(name, in.readNBytes(in.readInt()));
      }
    }
    return files;
  }
}
