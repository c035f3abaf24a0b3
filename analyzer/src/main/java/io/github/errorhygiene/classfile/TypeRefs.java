package io.github.errorhygiene.classfile;

import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;

/** Names and types of class files as {@link TypeRef}s. */
final class TypeRefs {
  private TypeRefs() {}

  /** {@code java/util/Map$Entry} as {@code java.util.Map$Entry}. */
  static TypeRef ofInternalName(String name) {
    return TypeRef.of(name.replace('/', '.'));
  }

  static List<TypeRef> ofInternalNames(String @Nullable [] names) {
    return names == null ? List.of() : Arrays.stream(names).map(TypeRefs::ofInternalName).toList();
  }

  static TypeRef of(Type type) {
    if (type.getSort() != Type.ARRAY) {
      return TypeRef.of(type.getClassName());
    }
    String element = type.getElementType().getClassName();
    return new TypeRef(element, List.of(), type.getDimensions());
  }

  static TypeRef ofDescriptor(String descriptor) {
    return of(Type.getType(descriptor));
  }

  static TypeRef returnedBy(String methodDescriptor) {
    return of(Type.getReturnType(methodDescriptor));
  }

  static List<TypeRef> parametersOf(String methodDescriptor) {
    return Arrays.stream(Type.getArgumentTypes(methodDescriptor)).map(TypeRefs::of).toList();
  }

  /**
   * The type of a field or record component.
   *
   * @param signature its Signature attribute, which is passed over if malformed
   */
  static TypeRef of(String descriptor, @Nullable String signature) {
    List<TypeRef> generic = new ArrayList<>();
    if (signature != null) {
      try {
        new SignatureReader(signature).acceptType(new TypeSignature(generic::add));
      } catch (RuntimeException malformed) {
        generic.clear();
      }
    }
    return generic.isEmpty() ? ofDescriptor(descriptor) : generic.get(0);
  }
}
