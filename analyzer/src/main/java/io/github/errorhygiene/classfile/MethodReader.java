package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeRef;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads a method or constructor and hands it on. */
final class MethodReader extends FieldCode {
  /**
   * What is known of a method before its attributes are read.
   *
   * @param inInterface whether an interface declares it
   * @param added number of leading parameters that the compiler added: the outer instance
   */
  record Header(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      List<TypeRef> exceptions,
      boolean inInterface,
      int added) {}

  private final Header header;
  private final Consumer<MethodDecl> result;
  private final Consumer<Set<String>> assigned;
  private final Type[] types;
  private final @Nullable String[] names;
  private final List<List<Annotation>> parameterAnnotations = new ArrayList<>();
  private final List<Annotation> annotations = new ArrayList<>();
  private int named;
  private int visibleShift;
  private int invisibleShift;

  /**
   * Reads one method.
   *
   * @param assigned takes the names of the fields that a constructor assigns
   */
  MethodReader(Header header, Consumer<MethodDecl> result, Consumer<Set<String>> assigned) {
    this.header = header;
    this.result = result;
    this.assigned = assigned;
    types = Type.getArgumentTypes(header.descriptor());
    names = new @Nullable String[types.length];
    for (int i = 0; i < types.length; i++) {
      parameterAnnotations.add(new ArrayList<>());
    }
  }

  @Override
  public void visitParameter(@Nullable String name, int access) {
    if (named < names.length) {
      names[named] = name;
    }
    named++;
  }

  /**
   * Parameters are the first local variables, after {@code this}; long and double take two slots.
   */
  @Override
  public void visitLocalVariable(
      String name,
      String descriptor,
      @Nullable String signature,
      Label start,
      Label end,
      int index) {
    int slot = Modifier.isStatic(header.access()) ? 0 : 1;
    for (int i = 0; i < types.length && slot <= index; i++) {
      if (slot == index && names[i] == null) {
        names[i] = name;
      }
      slot += types[i].getSize();
    }
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return AnnotationReader.of(descriptor, annotations::add);
  }

  /**
   * Compilers may count only the parameters that are written (JVMS 4.7.18): they are the last ones.
   */
  @Override
  public void visitAnnotableParameterCount(int count, boolean visible) {
    int shift = count == 0 ? 0 : types.length - count;
    if (visible) {
      visibleShift = shift;
    } else {
      invisibleShift = shift;
    }
  }

  @Override
  public @Nullable AnnotationVisitor visitParameterAnnotation(
      int parameter, String descriptor, boolean visible) {
    int index = parameter + (visible ? visibleShift : invisibleShift);
    if (index < 0 || index >= types.length) {
      return null;
    }
    return AnnotationReader.of(descriptor, parameterAnnotations.get(index)::add);
  }

  @Override
  public void visitEnd() {
    if (header.name().equals("<init>")) {
      assigned.accept(set());
    }
    DeclaredSignature generic = DeclaredSignature.parse(header.signature());
    result.accept(
        new MethodDecl(
            header.name(),
            header.access() & Modifier.methodModifiers(),
            isDefault(),
            false,
            generic == null ? List.of() : generic.typeParameters(),
            generic == null ? TypeRefs.returnedBy(header.descriptor()) : generic.returned(),
            parameters(parameterTypes(generic)),
            generic == null || generic.thrown().isEmpty() ? header.exceptions() : generic.thrown(),
            body(),
            annotations,
            Position.NONE,
            0));
  }

  private boolean isDefault() {
    int others = Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE;
    return header.inInterface() && (header.access() & others) == 0;
  }

  /** The Signature attribute leaves out added parameters, or it belongs to another method. */
  private List<TypeRef> parameterTypes(@Nullable DeclaredSignature generic) {
    List<TypeRef> erased = TypeRefs.parametersOf(header.descriptor());
    List<TypeRef> written = erased.subList(header.added(), erased.size());
    if (generic == null || generic.parameters().size() != written.size()) {
      return written;
    }
    return generic.parameters();
  }

  private List<Parameter> parameters(List<TypeRef> written) {
    List<Parameter> parameters = new ArrayList<>();
    boolean varargs = (header.access() & Opcodes.ACC_VARARGS) != 0;
    for (int i = 0; i < written.size(); i++) {
      int index = i + header.added();
      String name = names[index] == null ? "arg" + i : names[index];
      boolean last = varargs && i == written.size() - 1;
      List<Annotation> own = parameterAnnotations.get(index);
      parameters.add(new Parameter(name, written.get(i), last, own, Position.NONE));
    }
    return parameters;
  }
}
