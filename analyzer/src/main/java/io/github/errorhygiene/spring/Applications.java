package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The applications of a source tree, and which beans are in which: those below the packages that
 * its main class scans (ComponentScanAnnotationParser), of its own module or of a module that has
 * no application of its own.
 */
final class Applications {
  private static final String BOOT = "org.springframework.boot.autoconfigure.SpringBootApplication";
  private static final String SCAN = "org.springframework.context.annotation.ComponentScan";

  /** The part of a path that names the module: what is before the source set. */
  private static final Pattern MODULE = Pattern.compile("^(.*?)/?src/[^/]+/java/");

  private final List<Application> all = new ArrayList<>();

  Applications(Program program, Merged merged) {
    for (TypeSymbol type : program.sourceTypes()) {
      AnnotationSymbol boot = merged.find(type, BOOT);
      if (boot != null) {
        all.add(application(type, boot, merged.find(type, SCAN)));
      }
    }
  }

  /**
   * One of them.
   *
   * @param module path of its module; empty at the root
   * @param packages that it scans
   */
  record Application(String module, List<String> packages) {
    boolean scans(TypeSymbol type) {
      return packages.stream().anyMatch(base -> type.name().startsWith(base + "."));
    }
  }

  private static Application application(
      TypeSymbol main, AnnotationSymbol boot, @Nullable AnnotationSymbol scan) {
    List<String> packages = new ArrayList<>(boot.strings("scanBasePackages"));
    boot.types("scanBasePackageClasses").forEach(type -> packages.add(packageOf(type.erasure())));
    if (scan != null) {
      packages.addAll(scan.strings("value"));
      packages.addAll(scan.strings("basePackages"));
      scan.types("basePackageClasses").forEach(type -> packages.add(packageOf(type.erasure())));
    }
    if (packages.isEmpty()) {
      packages.add(packageOf(main.name()));
    }
    return new Application(module(main), List.copyOf(packages));
  }

  private static String packageOf(String type) {
    return type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : "";
  }

  private static String module(TypeSymbol type) {
    Unit unit = type.unit();
    Matcher matcher = MODULE.matcher(unit == null ? "" : unit.path());
    return matcher.find() ? matcher.group(1) : "";
  }

  /** Whether both may be beans of one application; so they may if it is not known of either. */
  boolean together(TypeSymbol one, TypeSymbol other) {
    List<Application> ofOne = of(one);
    List<Application> ofOther = of(other);
    return ofOne.isEmpty() || ofOther.isEmpty() || ofOne.stream().anyMatch(ofOther::contains);
  }

  /** Whether the type is part of some applications, and not of others. */
  boolean isOfSome(TypeSymbol bean) {
    List<Application> of = of(bean);
    return !of.isEmpty() && of.size() < all.size();
  }

  /** One of the types for each set of applications that one is part of, in their order. */
  List<TypeSymbol> oneOfEach(Stream<TypeSymbol> beans) {
    Map<List<Application>, TypeSymbol> byApplication = new LinkedHashMap<>();
    beans.forEach(bean -> byApplication.putIfAbsent(of(bean), bean));
    return List.copyOf(byApplication.values());
  }

  private List<Application> of(TypeSymbol bean) {
    String module = module(bean);
    boolean ofLibrary = all.stream().noneMatch(each -> each.module().equals(module));
    return all.stream()
        .filter(each -> ofLibrary || each.module().equals(module))
        .filter(each -> each.scans(bean))
        .toList();
  }
}
