package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.TypeParameter;
import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** The Signature attribute of a class or method (JVMS 4.7.9.1). */
final class DeclaredSignature extends SignatureVisitor {
  private static final TypeRef OBJECT = TypeRef.of("java.lang.Object");

  private final List<String> names = new ArrayList<>();
  private final List<List<TypeRef>> bounds = new ArrayList<>();
  private final List<TypeRef> interfaces = new ArrayList<>();
  private final List<TypeRef> parameters = new ArrayList<>();
  private final List<TypeRef> thrown = new ArrayList<>();
  private TypeRef superclass = OBJECT;
  private TypeRef returned = TypeRef.VOID;

  private DeclaredSignature() {
    super(Opcodes.ASM9);
  }

  /**
   * What the attribute says; null if there is none or it is malformed, as some obfuscators leave
   * it.
   */
  static @Nullable DeclaredSignature parse(@Nullable String signature) {
    if (signature == null) {
      return null;
    }
    DeclaredSignature declared = new DeclaredSignature();
    try {
      new SignatureReader(signature).accept(declared);
      return declared;
    } catch (RuntimeException malformed) {
      return null;
    }
  }

  /** A type parameter that is bounded by nothing but {@code Object} has no bounds. */
  List<TypeParameter> typeParameters() {
    List<TypeParameter> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      List<TypeRef> own = bounds.get(i);
      all.add(new TypeParameter(names.get(i), own.equals(List.of(OBJECT)) ? List.of() : own));
    }
    return all;
  }

  TypeRef superclass() {
    return superclass;
  }

  List<TypeRef> interfaces() {
    return interfaces;
  }

  /** Without the parameters that the compiler adds to constructors. */
  List<TypeRef> parameters() {
    return parameters;
  }

  TypeRef returned() {
    return returned;
  }

  /** Empty unless a thrown type is a type variable or generic. */
  List<TypeRef> thrown() {
    return thrown;
  }

  @Override
  public void visitFormalTypeParameter(String name) {
    names.add(name);
    bounds.add(new ArrayList<>());
  }

  @Override
  public SignatureVisitor visitClassBound() {
    return new TypeSignature(bounds.get(bounds.size() - 1)::add);
  }

  @Override
  public SignatureVisitor visitInterfaceBound() {
    return visitClassBound();
  }

  @Override
  public SignatureVisitor visitSuperclass() {
    return new TypeSignature(type -> superclass = type);
  }

  @Override
  public SignatureVisitor visitInterface() {
    return new TypeSignature(interfaces::add);
  }

  @Override
  public SignatureVisitor visitParameterType() {
    return new TypeSignature(parameters::add);
  }

  @Override
  public SignatureVisitor visitReturnType() {
    return new TypeSignature(type -> returned = type);
  }

  @Override
  public SignatureVisitor visitExceptionType() {
    return new TypeSignature(thrown::add);
  }
}
