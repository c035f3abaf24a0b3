package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.TypeDecl;
import java.io.IOException;
import java.io.InputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Class files as declarations. */
final class ClassFiles {
  /** The newest class file version that ASM knows; each Java release adds one. */
  private static final int NEWEST = Opcodes.V26;

  /** The newest Java release whose class files are read without ado. */
  static final int NEWEST_RELEASE = NEWEST - Opcodes.V1_8 + 8;

  private static final int MAJOR_VERSION = 6;

  /** More than any compiler writes: constant pool and code are bounded (JVMS 4.11). */
  private static final int LARGEST = 64 << 20;

  private ClassFiles() {}

  /**
   * All bytes of a class file.
   *
   * @throws IOException also if there are more than any class file has
   */
  static byte[] bytes(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST);
    if (bytes.length == LARGEST) {
      throw new IOException("too large for a class file");
    }
    return bytes;
  }

  /**
   * Reads a class file.
   *
   * @param own whether it is the analysed module's own: private members and the names of
   *     parameters, which stand in the code's debug tables, are read too
   * @throws MalformedClassException if it is none, or broken
   */
  static TypeDecl read(byte[] bytes, boolean own) throws MalformedClassException {
    try {
      TypeReader reader = new TypeReader(own);
      new ClassReader(readable(bytes))
          .accept(reader, own ? ClassReader.SKIP_FRAMES : ClassReader.SKIP_CODE);
      return reader.result();
    } catch (RuntimeException | StackOverflowError broken) {
      // ASM does not check what it reads: any exception may come of it
      throw new MalformedClassException(broken);
    }
  }

  /**
   * Declarations have kept their form from version to version, so a newer file is read as one of
   * the newest known.
   */
  private static byte[] readable(byte[] bytes) {
    int major = (bytes[MAJOR_VERSION] & 0xFF) << 8 | (bytes[MAJOR_VERSION + 1] & 0xFF);
    if (major <= NEWEST) {
      return bytes;
    }
    byte[] copy = bytes.clone();
    copy[MAJOR_VERSION] = 0;
    copy[MAJOR_VERSION + 1] = (byte) NEWEST;
    return copy;
  }
}
