package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.List;

/**
 * Where applications are mounted: {@code @ApplicationPath}. With several of them a resource belongs
 * to the one in the nearest package above it.
 */
final class ApplicationPaths {
  private record Mounted(String packageName, String path) {}

  private final List<Mounted> mounted = new ArrayList<>();
  private final Template root;
  private final String otherwise;

  /**
   * Those of an application.
   *
   * @param honoured whether the server looks at the annotation
   * @param root path of the server
   * @param otherwise path of resources that no application mounts
   */
  ApplicationPaths(Project project, boolean honoured, String root, String otherwise) {
    this.root = Template.ROOT.below(root);
    this.otherwise = otherwise;
    for (TypeSymbol type : honoured ? project.sourceTypes() : List.<TypeSymbol>of()) {
      AnnotationSymbol path = Ws.find(type, "ApplicationPath");
      if (path != null && path.value("value") instanceof String text) {
        mounted.add(new Mounted(packageOf(type), text));
      }
    }
  }

  private static String packageOf(TypeSymbol type) {
    String name = type.name();
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.') + 1) : "";
  }

  /** The template that a resource is below. */
  Template of(TypeSymbol resource) {
    Mounted nearest = mounted.size() == 1 ? mounted.get(0) : null;
    for (Mounted each : mounted) {
      boolean above = resource.name().startsWith(each.packageName());
      boolean nearer =
          nearest == null || each.packageName().length() > nearest.packageName().length();
      nearest = above && nearer ? each : nearest;
    }
    if (nearest == null) {
      return root.below(otherwise);
    }
    String path = nearest.path();
    return root.below(path.endsWith("/*") ? path.substring(0, path.length() - 2) : path);
  }
}
