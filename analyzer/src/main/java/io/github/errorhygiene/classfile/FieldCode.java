package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What is understood of the code in class files: whether a method does nothing but return a field
 * of its object ({@code aload_0, getfield, return}), and which fields are assigned. Classes that
 * were generated and compiled are mostly such.
 */
abstract class FieldCode extends MethodVisitor {
  private int instructions;
  private boolean self;
  private @Nullable String field;
  private boolean other;
  private final Set<String> set = new TreeSet<>();

  FieldCode() {
    super(Opcodes.ASM9);
  }

  /** The body {@code return this.name;}, or null if the method does something else. */
  final Stmt.@Nullable Block body() {
    if (other || field == null || instructions != 3) {
      return null;
    }
    Expr self = new Expr.This(null, false, Position.NONE);
    Expr value = new Expr.Select(self, field, Position.NONE);
    return new Stmt.Block(List.of(new Stmt.Return(value, Position.NONE)), Position.NONE);
  }

  /** The names of the fields that the code assigns, of whatever object. */
  final Set<String> set() {
    return set;
  }

  @Override
  public final void visitVarInsn(int opcode, int variable) {
    instructions++;
    self = instructions == 1 && opcode == Opcodes.ALOAD && variable == 0;
  }

  @Override
  public final void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    instructions++;
    if (instructions == 2 && self && opcode == Opcodes.GETFIELD) {
      field = name;
    }
    if (opcode == Opcodes.PUTFIELD) {
      set.add(name);
    }
  }

  @Override
  public final void visitInsn(int opcode) {
    instructions++;
    other |= instructions != 3 || opcode < Opcodes.IRETURN || opcode > Opcodes.ARETURN;
  }

  @Override
  public final void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    other = true;
  }

  @Override
  public final void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    other = true;
  }

  @Override
  public final void visitTypeInsn(int opcode, String type) {
    other = true;
  }

  @Override
  public final void visitJumpInsn(int opcode, Label label) {
    other = true;
  }

  @Override
  public final void visitLdcInsn(Object value) {
    other = true;
  }

  @Override
  public final void visitIntInsn(int opcode, int operand) {
    other = true;
  }

  @Override
  public final void visitIincInsn(int variable, int increment) {
    other = true;
  }

  @Override
  public final void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    other = true;
  }

  @Override
  public final void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    other = true;
  }

  @Override
  public final void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    other = true;
  }
}
