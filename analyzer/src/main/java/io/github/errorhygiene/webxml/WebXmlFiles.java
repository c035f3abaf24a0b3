package io.github.errorhygiene.webxml;

import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.XmlElement;
import io.github.errorhygiene.source.XmlFile;
import io.github.errorhygiene.unit.Gap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code web.xml} files of a project. Nothing is read before it is asked for. */
public final class WebXmlFiles {
  private final FileTree tree;
  private final List<Gap> gaps = new ArrayList<>();
  private @Nullable List<WebXml> descriptors;

  public WebXmlFiles(FileTree tree) {
    this.tree = tree;
  }

  /** Those of the tree, sorted by path. */
  public List<WebXml> descriptors() {
    List<WebXml> known = descriptors;
    if (known == null) {
      known = read();
      descriptors = known;
    }
    return known;
  }

  /** What could not be read; complete only after {@link #descriptors()}, empty before. */
  public List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  private List<WebXml> read() {
    List<WebXml> found = new ArrayList<>();
    for (SourceFile file : XmlFile.list(tree, "web.xml")) {
      XmlFile xml = XmlFile.read(file);
      gaps.addAll(xml.gaps());
      XmlElement app = xml.root();
      if (app != null && app.name().equals("web-app")) {
        found.add(new WebXml(file.path(), servlets(app), filters(app), errorPages(app)));
      }
    }
    return List.copyOf(found);
  }

  private static List<WebXml.Servlet> servlets(XmlElement app) {
    List<WebXml.Servlet> servlets = new ArrayList<>();
    for (XmlElement servlet : app.children("servlet")) {
      String name = servlet.text("servlet-name");
      List<String> patterns =
          app.children("servlet-mapping").stream()
              .filter(mapping -> mapping.text("servlet-name").equals(name))
              .flatMap(mapping -> mapping.texts("url-pattern").stream())
              .toList();
      servlets.add(new WebXml.Servlet(name, servlet.text("servlet-class"), patterns));
    }
    return servlets;
  }

  private static List<WebXml.Filter> filters(XmlElement app) {
    Map<String, String> types = new LinkedHashMap<>();
    app.children("filter")
        .forEach(filter -> types.put(filter.text("filter-name"), filter.text("filter-class")));
    List<WebXml.Filter> filters = new ArrayList<>();
    for (XmlElement mapping : app.children("filter-mapping")) {
      filters.add(
          new WebXml.Filter(
              types.getOrDefault(mapping.text("filter-name"), ""),
              mapping.texts("url-pattern"),
              mapping.texts("servlet-name"),
              mapping.texts("dispatcher")));
    }
    return filters;
  }

  private static List<WebXml.ErrorPage> errorPages(XmlElement app) {
    return app.children("error-page").stream().map(WebXmlFiles::errorPage).toList();
  }

  private static WebXml.ErrorPage errorPage(XmlElement page) {
    String status = page.text("error-code");
    return new WebXml.ErrorPage(
        status.matches("[1-5][0-9][0-9]") ? Integer.parseInt(status) : 0,
        page.text("exception-type"),
        page.text("location"),
        page.position());
  }
}
