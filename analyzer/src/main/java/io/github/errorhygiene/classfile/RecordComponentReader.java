package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/** Reads the annotations of a record component and hands it on. */
final class RecordComponentReader extends RecordComponentVisitor {
  private final String name;
  private final TypeRef type;
  private final Consumer<Parameter> result;
  private final List<Annotation> annotations = new ArrayList<>();

  RecordComponentReader(String name, TypeRef type, Consumer<Parameter> result) {
    super(Opcodes.ASM9);
    this.name = name;
    this.type = type;
    this.result = result;
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return AnnotationReader.of(descriptor, annotations::add);
  }

  @Override
  public void visitEnd() {
    result.accept(new Parameter(name, type, false, annotations, Position.NONE));
  }
}
