package io.github.errorhygiene.classfile;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Joins stripped class files of one type from several versions of a library: the first one, with
 * the members that only others have. Sources that come without a class path do not say which
 * version they are written for.
 */
final class Merger extends ClassVisitor {
  private final byte[] other;
  private final Set<String> members = new HashSet<>();

  private Merger(ClassWriter writer, byte[] other) {
    super(Opcodes.ASM9, writer);
    this.other = other;
  }

  static byte[] merge(byte[] first, byte[] second) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(first).accept(new Merger(writer, second), 0);
    return writer.toByteArray();
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object constant) {
    return members.add(name)
        ? super.visitField(access, name, descriptor, signature, constant)
        : null;
  }

  /** What differs in the type of its result alone is the same method to those who call it. */
  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    String parameters = descriptor.substring(0, descriptor.indexOf(')') + 1);
    return members.add(name + parameters)
        ? super.visitMethod(access, name, descriptor, signature, exceptions)
        : null;
  }

  @Override
  public void visitEnd() {
    ClassVisitor more =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public @Nullable FieldVisitor visitField(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              @Nullable Object constant) {
            return Merger.this.visitField(access, name, descriptor, signature, constant);
          }

          @Override
          public @Nullable MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return Merger.this.visitMethod(access, name, descriptor, signature, exceptions);
          }
        };
    new ClassReader(other).accept(more, 0);
    super.visitEnd();
  }
}
