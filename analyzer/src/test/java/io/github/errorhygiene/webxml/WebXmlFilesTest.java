package io.github.errorhygiene.webxml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.unit.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebXmlFilesTest {
  @TempDir private Path root;

  @Test
  void readsServletsFiltersAndErrorPages() throws IOException {
    write(
        """
        <!DOCTYPE web-app PUBLIC "-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN" "http://localhost:1/no.dtd">
        <web-app>
          <servlet><servlet-name>a</servlet-name><servlet-class>com.acme.A</servlet-class></servlet>
          <servlet-mapping><servlet-name>a</servlet-name><url-pattern> /a </url-pattern></servlet-mapping>
          <filter><filter-name>f</filter-name><filter-class>com.acme.F</filter-class></filter>
          <filter-mapping><filter-name>f</filter-name><servlet-name>a</servlet-name></filter-mapping>
          <error-page><error-code>404</error-code><location>/404.html</location></error-page>
        </web-app>
        """);

    WebXmlFiles files = new WebXmlFiles(new FileTree(root));

    WebXml descriptor = files.descriptors().get(0);
    assertThat(descriptor.servlets())
        .containsExactly(new WebXml.Servlet("a", "com.acme.A", List.of("/a")));
    assertThat(descriptor.filters())
        .containsExactly(new WebXml.Filter("com.acme.F", List.of(), List.of("a"), List.of()));
    assertThat(descriptor.errorPages()).hasSize(1);
    assertThat(descriptor.errorPages().get(0).position().line()).isEqualTo(7);
    assertThat(files.gaps()).isEmpty();
  }

  @Test
  void readsNoFileThatAnEntityNames() throws IOException {
    Files.writeString(root.resolve("secret.txt"), "/secret");
    write(
        """
        <!DOCTYPE web-app [<!ENTITY e SYSTEM "../../../../secret.txt">]>
        <web-app>
          <servlet><servlet-name>a</servlet-name><servlet-class>A</servlet-class></servlet>
          <servlet-mapping><servlet-name>a</servlet-name><url-pattern>&e;</url-pattern></servlet-mapping>
        </web-app>
        """);

    assertThat(new WebXmlFiles(new FileTree(root)).descriptors().toString())
        .doesNotContain("secret");
  }

  @Test
  void tellsWhereAFileIsBroken() throws IOException {
    write("<web-app>\n<servlet></web-app>");

    WebXmlFiles files = new WebXmlFiles(new FileTree(root));

    assertThat(files.descriptors()).isEmpty();
    assertThat(files.gaps())
        .extracting(Gap::file)
        .containsExactly("src/main/webapp/WEB-INF/web.xml");
    assertThat(files.gaps().get(0).position().line()).isEqualTo(2);
  }

  private void write(String text) throws IOException {
    Path directory = Files.createDirectories(root.resolve("src/main/webapp/WEB-INF"));
    Files.writeString(directory.resolve("web.xml"), text);
  }
}
