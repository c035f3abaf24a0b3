package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureVisitor;

/**
 * One type of a Signature attribute (JVMS 4.7.9.1). The arguments of the types around an inner
 * class follow its own.
 */
final class TypeSignature extends SignatureVisitor {
  private static final TypeRef UNBOUNDED = TypeRef.of("?");

  private final Consumer<TypeRef> result;
  private final List<TypeRef> arguments = new ArrayList<>();
  private final List<TypeRef> ofOuter = new ArrayList<>();
  private String name = "";
  private int dimensions;

  TypeSignature(Consumer<TypeRef> result) {
    super(Opcodes.ASM9);
    this.result = result;
  }

  @Override
  public void visitBaseType(char descriptor) {
    name = Type.getType(String.valueOf(descriptor)).getClassName();
    visitEnd();
  }

  @Override
  public void visitTypeVariable(String variable) {
    name = variable;
    visitEnd();
  }

  @Override
  public SignatureVisitor visitArrayType() {
    dimensions++;
    return this;
  }

  @Override
  public void visitClassType(String internalName) {
    name = internalName.replace('/', '.');
  }

  @Override
  public void visitInnerClassType(String simpleName) {
    name = name + "$" + simpleName;
    ofOuter.addAll(0, arguments);
    arguments.clear();
  }

  @Override
  public void visitTypeArgument() {
    arguments.add(UNBOUNDED);
  }

  @Override
  public SignatureVisitor visitTypeArgument(char wildcard) {
    return new TypeSignature(type -> arguments.add(argument(wildcard, type)));
  }

  private static TypeRef argument(char wildcard, TypeRef type) {
    if (wildcard == INSTANCEOF) {
      return type;
    }
    return new TypeRef(wildcard == EXTENDS ? "? extends" : "? super", List.of(type), 0);
  }

  @Override
  public void visitEnd() {
    arguments.addAll(ofOuter);
    result.accept(new TypeRef(name, arguments, dimensions));
  }
}
