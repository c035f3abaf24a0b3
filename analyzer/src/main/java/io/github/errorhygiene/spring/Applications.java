package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Modules;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  private final List<Application> all = new ArrayList<>();

  private final Map<TypeSymbol, List<Application>> scanning = new HashMap<>();

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
   * @param main simple name of its main class
   * @param module path of its module; empty at the root
   * @param packages that it scans
   */
  record Application(String main, String module, List<String> packages) {
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
    return new Application(Names.simple(main.name()), Modules.of(main), List.copyOf(packages));
  }

  private static String packageOf(String type) {
    return type.contains(".") ? type.substring(0, type.lastIndexOf('.')) : "";
  }

  /**
   * One of the applications.
   *
   * @param name see {@link Project#server}
   * @param types which types may be beans of it: those that it scans, and those that none does
   * @param files whether a file with properties may be its own
   * @param controllers whether a controller is its own: what no application scans is told of the
   *     first
   */
  record Part(
      String name,
      Predicate<TypeSymbol> types,
      Predicate<TypeSymbol> controllers,
      Predicate<String> files) {
    Project of(Project project) {
      return project.within(name, types, files);
    }
  }

  /** Each application by itself; all that there is if there is one or none. */
  List<Part> parts() {
    if (all.size() < 2) {
      String name = all.isEmpty() ? "" : name(all.get(0));
      return List.of(new Part(name, type -> true, type -> true, file -> true));
    }
    return all.stream().map(this::part).toList();
  }

  /** What tells it from others: its module, or its main class if it has that not for itself. */
  private String name(Application application) {
    String module = application.module();
    boolean alone = all.stream().filter(each -> each.module().equals(module)).count() == 1;
    return alone && !module.isEmpty()
        ? module
        : Stream.of(module, application.main())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/"));
  }

  private Part part(Application application) {
    boolean first = application.equals(all.get(0));
    return new Part(
        name(application),
        type -> of(type).isEmpty() || of(type).contains(application),
        type -> of(type).isEmpty() ? first : of(type).contains(application),
        file -> Modules.isOutside(file, others(application)));
  }

  /** The modules of the others, if it has one of its own. */
  private List<String> others(Application application) {
    return all.stream()
        .map(Application::module)
        .filter(module -> !module.equals(application.module()))
        .toList();
  }

  /** Those that scan a type. */
  private List<Application> of(TypeSymbol bean) {
    return scanning.computeIfAbsent(bean, this::find);
  }

  private List<Application> find(TypeSymbol bean) {
    String module = Modules.of(bean);
    boolean ofLibrary = all.stream().noneMatch(each -> each.module().equals(module));
    return all.stream()
        .filter(each -> ofLibrary || each.module().equals(module))
        .filter(each -> each.scans(bean))
        .toList();
  }
}
