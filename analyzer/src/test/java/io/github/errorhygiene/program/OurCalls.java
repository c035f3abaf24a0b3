package io.github.errorhygiene.program;

import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Position;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What every call, creation and method reference of some sources means to us: {@code
 * owner#name(erased,parameters)} by file, line and column of the method's name. {@value
 * #UNRESOLVED} with the reason if we do not know.
 */
final class OurCalls {
  static final String UNRESOLVED = "unresolved";

  /** Before a member that nobody wrote: Lombok's, a record's, an enum's. */
  static final String GENERATED = "generated ";

  private final SortedMap<String, String> methods = new TreeMap<>();

  private OurCalls() {}

  static SortedMap<String, String> of(List<SourceFile> files, List<Path> classPath) {
    OurCalls calls = new OurCalls();
    try (ClassPath classes = ClassPath.of(classPath)) {
      Program program = Program.link(SourceReader.read(files, 2, n -> {}), ClassSource.of(classes));
      Linked.forEach(program, calls::add);
    }
    return calls.methods;
  }

  private void add(Linked.Found found) {
    MethodSymbol method = found.body().methodOf(found.node());
    boolean call =
        found.node() instanceof Expr.Call
            || found.node() instanceof Expr.New
            || found.node() instanceof Expr.MethodRef;
    if (call) {
      methods.put(
          place(found.type().unit().path(), found.node().position()),
          method == null ? reason(found) : text(method));
    }
  }

  static String place(String file, Position position) {
    return place(file, position.line(), position.column());
  }

  static String place(String file, long line, long column) {
    return file + ":" + line + ":" + column;
  }

  private static String reason(Linked.Found found) {
    return found.body().unresolvedCalls().stream()
        .filter(call -> call.position().equals(found.node().position()))
        .map(call -> UNRESOLVED + ": " + call.reason())
        .findFirst()
        .orElse(UNRESOLVED);
  }

  private static String text(MethodSymbol method) {
    boolean written = method.implicit() == MethodSymbol.Implicit.NONE || method.isConstructor();
    return (written ? "" : GENERATED)
        + method.owner().name().replace('$', '.')
        + "#"
        + method.name()
        + method.parameterTypes().stream()
            .map(type -> type.erasure().replace('$', '.'))
            .collect(Collectors.joining(",", "(", ")"));
  }
}
