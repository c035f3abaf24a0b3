package io.github.errorhygiene.classfile;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/**
 * Leaves of a class file what other code can see: public and protected members with signatures,
 * thrown types, constants and annotations. What remains can be read, not run.
 */
final class Stripper extends ClassVisitor {
  private static final int SEEN = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

  /** One version for all, since the bundle compresses better the more alike its files are. */
  private static final int VERSION = Opcodes.V17;

  /** As large as the class itself, and of use to Kotlin compilers only. */
  private static final String KOTLIN_METADATA = "Lkotlin/Metadata;";

  private String name = "";

  private Stripper(ClassWriter writer) {
    super(Opcodes.ASM9, writer);
  }

  static byte[] strip(byte[] bytes) {
    ClassWriter writer = new ClassWriter(0);
    int parts = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
    new ClassReader(bytes).accept(new Stripper(writer), parts);
    return writer.toByteArray();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    this.name = name;
    super.visit(VERSION, access, name, signature, superName, interfaces);
  }

  /** Of this table, only the entry with the type's own modifiers is read. */
  @Override
  public void visitInnerClass(
      String nested, @Nullable String outer, @Nullable String simpleName, int access) {
    if (nested.equals(name)) {
      super.visitInnerClass(nested, outer, simpleName, access);
    }
  }

  @Override
  public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return descriptor.equals(KOTLIN_METADATA) ? null : super.visitAnnotation(descriptor, visible);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object constant) {
    if (isUnseen(access)) {
      return null;
    }
    FieldVisitor writer = super.visitField(access, field, descriptor, signature, constant);
    return new FieldVisitor(Opcodes.ASM9, writer) {
      @Override
      public @Nullable AnnotationVisitor visitTypeAnnotation(
          int reference, @Nullable TypePath path, String annotation, boolean visible) {
        return null;
      }
    };
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    if (isUnseen(access) || method.equals("<clinit>")) {
      return null;
    }
    return new StrippedMethod(super.visitMethod(access, method, descriptor, signature, exceptions));
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String component, String descriptor, @Nullable String signature) {
    RecordComponentVisitor writer = super.visitRecordComponent(component, descriptor, signature);
    return new RecordComponentVisitor(Opcodes.ASM9, writer) {
      @Override
      public @Nullable AnnotationVisitor visitTypeAnnotation(
          int reference, @Nullable TypePath path, String annotation, boolean visible) {
        return null;
      }
    };
  }

  private static boolean isUnseen(int access) {
    return (access & SEEN) == 0 || (access & Opcodes.ACC_SYNTHETIC) != 0;
  }

  @Override
  public void visitSource(@Nullable String source, @Nullable String debug) {}

  @Override
  public void visitNestHost(String host) {}

  @Override
  public void visitNestMember(String member) {}

  @Override
  public void visitOuterClass(String owner, @Nullable String method, @Nullable String descriptor) {}

  @Override
  public void visitPermittedSubclass(String subclass) {}

  @Override
  public void visitAttribute(Attribute unknown) {}

  @Override
  public @Nullable AnnotationVisitor visitTypeAnnotation(
      int reference, @Nullable TypePath path, String annotation, boolean visible) {
    return null;
  }

  /** A method without the names of its parameters and the default of an annotation's member. */
  private static final class StrippedMethod extends MethodVisitor {
    StrippedMethod(MethodVisitor writer) {
      super(Opcodes.ASM9, writer);
    }

    @Override
    public void visitParameter(@Nullable String parameter, int access) {}

    @Override
    public @Nullable AnnotationVisitor visitAnnotationDefault() {
      return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitTypeAnnotation(
        int reference, @Nullable TypePath path, String annotation, boolean visible) {
      return null;
    }

    @Override
    public void visitAttribute(Attribute unknown) {}
  }
}
