package io.github.errorhygiene.servlet;

import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.servlet.Deployment.FailurePage;
import io.github.errorhygiene.servlet.Deployment.FilterMapping;
import io.github.errorhygiene.servlet.Deployment.Servlet;
import io.github.errorhygiene.webxml.WebXml;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What annotations and {@code web.xml} files declare. */
final class Declared {
  private static final List<String> NAMESPACES =
      List.of("jakarta.servlet.annotation.", "javax.servlet.annotation.");

  private final Program program;

  Declared(Program program) {
    this.program = program;
  }

  /** Filters of {@code web.xml} run before those of annotations (Servlet 6, section 8.2.3). */
  Deployment deployment(List<WebXml> descriptors) {
    Deployment all = new Deployment(List.of(), List.of(), List.of());
    for (WebXml descriptor : descriptors) {
      all = all.and(of(descriptor));
    }
    return all.and(annotated());
  }

  private Deployment of(WebXml descriptor) {
    List<Servlet> servlets = new ArrayList<>();
    for (WebXml.Servlet servlet : descriptor.servlets()) {
      TypeSymbol type = source(servlet.type());
      if (type != null) {
        servlets.add(new Servlet(servlet.name(), type, servlet.patterns()));
      }
    }
    List<FilterMapping> filters = new ArrayList<>();
    for (WebXml.Filter filter : descriptor.filters()) {
      TypeSymbol type = source(filter.type());
      boolean onRequests =
          filter.dispatchers().isEmpty() || filter.dispatchers().contains("REQUEST");
      if (type != null && onRequests) {
        filters.add(new FilterMapping(type, filter.patterns(), filter.servlets()));
      }
    }
    List<FailurePage> pages =
        descriptor.errorPages().stream().map(page -> page(descriptor.file(), page)).toList();
    return new Deployment(servlets, filters, pages);
  }

  private static FailurePage page(String file, WebXml.ErrorPage page) {
    Place place = new Place(file, page.position().line(), page.position().column());
    return new FailurePage(page.status(), page.exception(), page.location(), place);
  }

  private @Nullable TypeSymbol source(String name) {
    TypeSymbol type = program.type(name);
    return type != null && type.isSource() ? type : null;
  }

  private Deployment annotated() {
    List<Servlet> servlets = new ArrayList<>();
    List<FilterMapping> filters = new ArrayList<>();
    for (TypeSymbol type : program.sourceTypes()) {
      AnnotationSymbol servlet = annotation(type, "WebServlet");
      if (servlet != null && !type.isAbstract()) {
        String name = servlet.strings("name").stream().findFirst().orElse(type.name());
        servlets.add(new Servlet(name, type, patterns(servlet)));
      }
      AnnotationSymbol filter = annotation(type, "WebFilter");
      if (filter != null && !type.isAbstract() && onRequests(filter)) {
        filters.add(new FilterMapping(type, patterns(filter), filter.strings("servletNames")));
      }
    }
    return new Deployment(servlets, filters, List.of());
  }

  private static boolean onRequests(AnnotationSymbol filter) {
    List<String> dispatchers = filter.constants("dispatcherTypes");
    return dispatchers.isEmpty() || dispatchers.contains("REQUEST");
  }

  private static @Nullable AnnotationSymbol annotation(TypeSymbol type, String name) {
    for (String namespace : NAMESPACES) {
      AnnotationSymbol annotation = type.annotation(namespace + name);
      if (annotation != null) {
        return annotation;
      }
    }
    return null;
  }

  private static List<String> patterns(AnnotationSymbol annotation) {
    List<String> patterns = new ArrayList<>(annotation.strings("value"));
    patterns.addAll(annotation.strings("urlPatterns"));
    return patterns;
  }
}
