package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.TypeRef;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** Reads the annotations of a field and hands it on. */
final class FieldReader extends FieldVisitor {
  private final List<Annotation> annotations = new ArrayList<>();
  private final Consumer<List<Annotation>> end;

  private FieldReader(Consumer<List<Annotation>> end) {
    super(Opcodes.ASM9);
    this.end = end;
  }

  static FieldReader enumConstant(String name, Consumer<TypeDecl.EnumConstant> result) {
    return new FieldReader(
        annotations ->
            result.accept(
                new TypeDecl.EnumConstant(name, List.of(), null, annotations, Position.NONE)));
  }

  static FieldReader field(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object constant,
      Consumer<FieldDecl> result) {
    TypeRef type = TypeRefs.of(descriptor, signature);
    int modifiers = access & Modifier.fieldModifiers();
    Expr value = constant == null ? null : Constants.ofField(descriptor, constant);
    return new FieldReader(
        annotations ->
            result.accept(new FieldDecl(name, type, modifiers, value, annotations, Position.NONE)));
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return AnnotationReader.of(descriptor, annotations::add);
  }

  @Override
  public void visitEnd() {
    end.accept(annotations);
  }
}
