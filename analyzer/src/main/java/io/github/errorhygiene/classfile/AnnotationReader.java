package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;

/** Reads an annotation or an array in one. Values are told to {@code sink} by member name. */
final class AnnotationReader extends AnnotationVisitor {
  private final BiConsumer<@Nullable String, Expr> sink;
  private final Runnable end;

  private AnnotationReader(BiConsumer<@Nullable String, Expr> sink, Runnable end) {
    super(Opcodes.ASM9);
    this.sink = sink;
    this.end = end;
  }

  static AnnotationReader of(String descriptor, Consumer<Annotation> result) {
    String name = TypeRefs.ofDescriptor(descriptor).name();
    Map<String, Expr> values = new LinkedHashMap<>();
    return new AnnotationReader(
        (member, value) -> values.put(member == null ? "value" : member, value),
        () -> result.accept(new Annotation(name, values, Position.NONE)));
  }

  @Override
  public void visit(@Nullable String member, Object value) {
    sink.accept(member, Constants.ofAnnotation(value));
  }

  @Override
  public void visitEnum(@Nullable String member, String descriptor, String constant) {
    TypeRef type = TypeRefs.ofDescriptor(descriptor);
    Expr name = new Expr.Name(type.name(), Position.NONE);
    sink.accept(member, new Expr.Select(name, constant, Position.NONE));
  }

  @Override
  public AnnotationVisitor visitAnnotation(@Nullable String member, String descriptor) {
    return of(
        descriptor, nested -> sink.accept(member, new Expr.AnnotationValue(nested, Position.NONE)));
  }

  @Override
  public AnnotationVisitor visitArray(@Nullable String member) {
    List<Expr> elements = new ArrayList<>();
    return new AnnotationReader(
        (none, value) -> elements.add(value),
        () -> sink.accept(member, new Expr.ArrayLiteral(elements, Position.NONE)));
  }

  @Override
  public void visitEnd() {
    end.run();
  }
}
