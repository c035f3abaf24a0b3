package io.github.errorhygiene.escape;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Interfaces that MyBatis implements because a {@code MapperScan} names their package, without an
 * annotation of their own (MapperScannerRegistrar).
 */
final class MapperScan {
  /** The annotation that such an interface is treated as if it had. */
  static final String MAPPER = "org.apache.ibatis.annotations.Mapper";

  private static final List<String> SCANS =
      List.of(
          "org.mybatis.spring.annotation.MapperScan", "tk.mybatis.spring.annotation.MapperScan");

  private final Program program;
  private @Nullable List<String> packages;

  MapperScan(Program program) {
    this.program = program;
  }

  boolean covers(TypeSymbol type) {
    if (!type.isSource() || type.kind() != TypeDecl.Kind.INTERFACE) {
      return false;
    }
    return packages().stream().anyMatch(scanned -> type.name().startsWith(scanned + "."));
  }

  private List<String> packages() {
    List<String> known = packages;
    if (known == null) {
      known = find();
      packages = known;
    }
    return known;
  }

  private List<String> find() {
    List<String> found = new ArrayList<>();
    for (TypeSymbol type : program.sourceTypes()) {
      for (String scan : SCANS) {
        AnnotationSymbol annotation = type.annotation(scan);
        if (annotation != null) {
          found.addAll(annotation.strings("value"));
          found.addAll(annotation.strings("basePackages"));
          annotation.types("basePackageClasses").forEach(named -> found.add(packageOf(named)));
        }
      }
    }
    return found;
  }

  private static String packageOf(Type type) {
    String name = type.erasure();
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
  }
}
