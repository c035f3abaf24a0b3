package io.github.errorhygiene.classfile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Tells which types of a library other code can see: the public ones that are not left out, and
 * whatever these extend or implement, since they inherit its members.
 */
final class SeenTypes {
  private static final int SEEN = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

  private final Set<String> names;
  private final Function<String, byte[]> library;
  private final Map<String, Header> headers = new HashMap<>();

  private SeenTypes(Set<String> names, Function<String, byte[]> library) {
    this.names = names;
    this.library = library;
  }

  /**
   * The internal names of the types, sorted.
   *
   * @param names all types of the library
   * @param library their class files; asked for those only that are needed
   */
  static Set<String> of(
      Set<String> names, Function<String, byte[]> library, Predicate<String> leftOut) {
    SeenTypes types = new SeenTypes(names, library);
    Set<String> seen = new TreeSet<>();
    for (String name : names) {
      if (!leftOut.test(name) && types.isSeen(name)) {
        types.addWithSupertypes(name, seen);
      }
    }
    return seen;
  }

  private @Nullable Header header(String name) {
    if (!names.contains(name)) {
      return null;
    }
    return headers.computeIfAbsent(name, none -> new Header(new ClassReader(library.apply(name))));
  }

  private boolean isSeen(String name) {
    Header header = header(name);
    if (header == null || (header.access & SEEN) == 0 || header.isHidden()) {
      return false;
    }
    return header.outer == null || isSeen(header.outer);
  }

  private void addWithSupertypes(String name, Set<String> seen) {
    Header header = header(name);
    if (header != null && seen.add(name)) {
      header.supertypes.forEach(supertype -> addWithSupertypes(supertype, seen));
    }
  }

  /** The modifiers and supertypes of a class file. */
  private static final class Header extends ClassVisitor {
    private final String name;
    private final Set<String> supertypes = new TreeSet<>();
    private int access;
    private boolean local;
    private @Nullable String outer;

    Header(ClassReader file) {
      super(Opcodes.ASM9);
      name = file.getClassName();
      access = file.getAccess();
      supertypes.addAll(Arrays.asList(file.getInterfaces()));
      if (file.getSuperName() != null) {
        supertypes.add(file.getSuperName());
      }
      file.accept(this, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    @Override
    public void visitInnerClass(
        String nested, @Nullable String outer, @Nullable String simpleName, int nestedAccess) {
      if (nested.equals(name)) {
        access = nestedAccess;
        local = outer == null;
        this.outer = outer;
      }
    }

    boolean isHidden() {
      return local || (access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_MODULE)) != 0;
    }
  }
}
