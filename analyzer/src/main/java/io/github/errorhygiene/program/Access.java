package io.github.errorhygiene.program;

import java.lang.reflect.Modifier;

/** Which members subtypes inherit (JLS 8.2, 8.4.8). */
final class Access {
  private Access() {}

  /** Whether a type has a member that one of its supertypes, or itself, declares. */
  static boolean isMember(TypeSymbol type, TypeSymbol declaring, int modifiers) {
    if (type == declaring) {
      return true;
    }
    if (Modifier.isPrivate(modifiers)) {
      return false;
    }
    boolean open = Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    return open || declaring.isInterface() || packageOf(type).equals(packageOf(declaring));
  }

  /** Static methods of interfaces are not inherited. */
  static boolean isMember(TypeSymbol type, MethodSymbol method) {
    boolean own = type == method.owner();
    return isMember(type, method.owner(), method.modifiers())
        && (own || !method.isStatic() || !method.owner().isInterface());
  }

  /**
   * Whether code in one type may name a member (JLS 6.6). Protected constructors are for
   * subclasses' own constructors and anonymous classes.
   *
   * @param inherits whether the site calls on behalf of a subclass: {@code super(…)}, {@code new
   *     X() {…}}
   */
  static boolean isAccessible(MethodSymbol method, TypeSymbol from, boolean inherits) {
    TypeSymbol owner = method.owner();
    int modifiers = method.modifiers();
    if (Modifier.isPublic(modifiers) || (owner.isInterface() && !Modifier.isPrivate(modifiers))) {
      return true;
    }
    if (Modifier.isPrivate(modifiers)) {
      return outermost(owner).equals(outermost(from));
    }
    boolean near = packageOf(owner).equals(packageOf(from));
    return near || (Modifier.isProtected(modifiers) && (!method.isConstructor() || inherits));
  }

  private static String outermost(TypeSymbol type) {
    int nested = type.name().indexOf('$');
    return nested < 0 ? type.name() : type.name().substring(0, nested);
  }

  private static String packageOf(TypeSymbol type) {
    return type.name().substring(0, Math.max(0, type.name().lastIndexOf('.')));
  }
}
