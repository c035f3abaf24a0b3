package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.TypeRef;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;

/** Collects what a class file declares. */
final class TypeReader extends ClassVisitor {
  private static final String OBJECT = "java/lang/Object";
  private static final int ADDED_BY_COMPILER = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;

  private final boolean withPrivate;
  private final List<Parameter> components = new ArrayList<>();
  private final List<TypeDecl.EnumConstant> constants = new ArrayList<>();
  private final List<FieldDecl> fields = new ArrayList<>();
  private final List<MethodDecl> methods = new ArrayList<>();
  private final Set<String> assigned = new HashSet<>();
  private final List<Annotation> annotations = new ArrayList<>();
  private int access;
  private String name = "";
  private @Nullable String superName;
  private List<TypeRef> interfaces = List.of();
  private @Nullable DeclaredSignature generic;
  private int nestedAccess;
  private boolean hasOuterInstance;

  TypeReader(boolean withPrivate) {
    super(Opcodes.ASM9);
    this.withPrivate = withPrivate;
  }

  /** To be called when the class file was visited. */
  TypeDecl result() {
    return new TypeDecl(
        kind(),
        name.replace('/', '.'),
        (access & Modifier.classModifiers()) | nestedAccess,
        generic == null ? List.of() : generic.typeParameters(),
        superclass(),
        generic == null ? interfaces : generic.interfaces(),
        components,
        constants,
        fields.stream().map(this::initialized).toList(),
        methods,
        List.of(),
        annotations,
        Position.NONE,
        0);
  }

  /** A constructor assigns it: it has a value, though nobody can read which. */
  private FieldDecl initialized(FieldDecl field) {
    int fixed = Modifier.FINAL | Modifier.STATIC;
    return (field.modifiers() & fixed) == 0 && assigned.contains(field.name())
        ? new FieldDecl(
            field.name(),
            field.type(),
            field.modifiers(),
            new Expr.Name(field.name(), Position.NONE),
            field.annotations(),
            Position.NONE)
        : field;
  }

  private TypeDecl.Kind kind() {
    if (has(Opcodes.ACC_ANNOTATION)) {
      return TypeDecl.Kind.ANNOTATION;
    }
    if (has(Opcodes.ACC_INTERFACE)) {
      return TypeDecl.Kind.INTERFACE;
    }
    if (isEnum()) {
      return TypeDecl.Kind.ENUM;
    }
    return has(Opcodes.ACC_RECORD) ? TypeDecl.Kind.RECORD : TypeDecl.Kind.CLASS;
  }

  private boolean has(int flag) {
    return (access & flag) != 0;
  }

  /** Bodies of enum constants carry the flag too, but extend their enum. */
  private boolean isEnum() {
    return has(Opcodes.ACC_ENUM) && "java/lang/Enum".equals(superName);
  }

  private @Nullable TypeRef superclass() {
    if (superName == null || superName.equals(OBJECT)) {
      return null;
    }
    return generic == null ? TypeRefs.ofInternalName(superName) : generic.superclass();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    this.access = access;
    this.name = name;
    this.superName = superName;
    this.interfaces = TypeRefs.ofInternalNames(interfaces);
    generic = DeclaredSignature.parse(signature);
  }

  /**
   * The class file of a nested type says neither private, protected nor static: this attribute
   * does.
   */
  @Override
  public void visitInnerClass(
      String nested, @Nullable String outer, @Nullable String simpleName, int nestedAccess) {
    if (!nested.equals(name)) {
      return;
    }
    int hidden = Opcodes.ACC_PRIVATE | Opcodes.ACC_PROTECTED | Opcodes.ACC_PUBLIC;
    access &= ~hidden;
    this.nestedAccess = nestedAccess & (hidden | Opcodes.ACC_STATIC);
    hasOuterInstance = outer != null && (nestedAccess & Opcodes.ACC_STATIC) == 0;
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    return AnnotationReader.of(descriptor, annotations::add);
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String component, String descriptor, @Nullable String signature) {
    TypeRef type = TypeRefs.of(descriptor, signature);
    return new RecordComponentReader(component, type, components::add);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String field,
      String descriptor,
      @Nullable String signature,
      @Nullable Object constant) {
    if ((access & Opcodes.ACC_ENUM) != 0) {
      return FieldReader.enumConstant(field, constants::add);
    }
    if (isLeftOut(access, Opcodes.ACC_SYNTHETIC)) {
      return null;
    }
    return FieldReader.field(access, field, descriptor, signature, constant, fields::add);
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    boolean constructor = method.equals("<init>");
    boolean uncallable = method.equals("<clinit>") || (constructor && isEnum());
    if (uncallable || isLeftOut(access, ADDED_BY_COMPILER)) {
      return null;
    }
    return new MethodReader(
        new MethodReader.Header(
            access,
            method,
            descriptor,
            signature,
            TypeRefs.ofInternalNames(exceptions),
            has(Opcodes.ACC_INTERFACE),
            constructor && hasOuterInstance ? 1 : 0),
        methods::add,
        assigned::addAll);
  }

  private boolean isLeftOut(int access, int added) {
    return (access & added) != 0 || (!withPrivate && Modifier.isPrivate(access));
  }
}
