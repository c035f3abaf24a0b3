package io.github.errorhygiene.escape;

import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types as whose member a library method is called. */
final class Owners {
  /** Of Java 21. */
  private static final String THREAD_BUILDER = "java.lang.Thread$Builder";

  private static final Set<String> THREADS = Set.of("ofPlatform", "ofVirtual");

  private final Program program;
  private final Frame frame;

  Owners(Program program, Frame frame) {
    this.program = program;
    this.frame = frame;
  }

  /** Binary names, nearest first. */
  List<String> of(Expr.Call e, @Nullable MethodSymbol method, Value receiver) {
    if (method != null && method.isStatic() && !method.owner().isSource()) {
      return ofStatic(method);
    }
    Type declared = type(e, method);
    Type type = declared instanceof Type.Unknown ? typeOf(receiver, declared) : declared;
    return type instanceof Type.Unknown && isThreadBuilder(e.receiver())
        ? List.of(THREAD_BUILDER)
        : owners(type.erasure());
  }

  /** {@code Thread.ofVirtual().name("poll")}, which the platform may be too old to know. */
  private boolean isThreadBuilder(@Nullable Expr maker) {
    if (!(maker instanceof Expr.Call call) || call.receiver() == null) {
      return false;
    }
    boolean ofThread =
        THREADS.contains(call.name())
            && frame.body().symbolOf(call.receiver()) instanceof TypeSymbol named
            && named.name().equals("java.lang.Thread");
    return ofThread || isThreadBuilder(call.receiver());
  }

  /**
   * Static methods of interfaces are not inherited: {@code ImmutableSet.of} is none of {@code Set}.
   */
  private List<String> ofStatic(MethodSymbol method) {
    String owner = method.owner().name();
    return program.supertypes(owner).stream()
        .filter(name -> name.equals(owner) || !isInterface(program.type(name)))
        .toList();
  }

  private static boolean isInterface(@Nullable TypeSymbol type) {
    return type != null && type.isInterface();
  }

  /**
   * The type and its supertypes; of an interface of the sources also those of the interfaces below
   * it, for which a framework may supply the object.
   */
  private List<String> owners(String type) {
    List<String> owners = new ArrayList<>(program.supertypes(type));
    TypeSymbol symbol = program.type(type);
    if (symbol == null || !symbol.isSource() || symbol.kind() != TypeDecl.Kind.INTERFACE) {
      return owners;
    }
    for (TypeSymbol below : program.sourceSubtypes(type)) {
      if (below.kind() == TypeDecl.Kind.INTERFACE) {
        program.supertypes(below.name()).stream()
            .filter(owner -> !owners.contains(owner))
            .forEach(owners::add);
      }
    }
    return owners;
  }

  /** The static type of the receiver; of a static method the type that is named. */
  Type type(Expr.Call e, @Nullable MethodSymbol method) {
    if (e.receiver() != null && frame.body().symbolOf(e.receiver()) instanceof TypeSymbol named) {
      return new Type.Declared(named.name(), List.of());
    }
    if (e.receiver() != null && (method == null || !method.isStatic())) {
      return frame.body().typeOf(e.receiver());
    }
    if (method != null) {
      return new Type.Declared(method.owner().name(), List.of());
    }
    return e.receiver() == null ? new Type.Unknown(null) : frame.body().typeOf(e.receiver());
  }

  /** The class of an object, where its static type is not known. */
  private static Type typeOf(Value receiver, Type otherwise) {
    return receiver.instances().stream()
        .findFirst()
        .<Type>map(instance -> new Type.Declared(instance.type(), List.of()))
        .orElse(otherwise);
  }
}
