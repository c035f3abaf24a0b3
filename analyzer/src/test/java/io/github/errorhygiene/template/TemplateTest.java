package io.github.errorhygiene.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages print, and which page a name means. */
class TemplateTest {
  @TempDir private Path project;

  private static List<String> printed(String file, String text) {
    return Template.of(file, text).paths().stream()
        .map(path -> String.join(".", path))
        .collect(Collectors.toList());
  }

  @Test
  void thymeleafPrintsInAttributesAndInlined() {
    assertThat(
            printed(
                "error.html",
                """
                <p th:text="${message}" th:if="${path}">text</p>
                <pre data-th-utext='${error.trace}'/> [[${status}]] [(${exception?.message})]
                <!-- <p th:text="${old}"/> -->
                """))
        .containsExactly("message", "error.trace", "status", "exception.message");
  }

  @Test
  void aStaticPagePrintsNothing() {
    assertThat(printed("404.html", "<p>There is nothing here.</p>")).isEmpty();
  }

  @Test
  void utilitiesAndTextsAreNoNames() {
    assertThat(printed("e.html", "<p th:text=\"${#strings.upper(message) + ' of trace'}\"/>"))
        .containsExactly("message");
  }

  @Test
  void freeMarkerPrintsAlsoInRemarksOfHtml() {
    assertThat(
            printed("e.ftlh", "<#if trace??>${trace}</#if> <!-- ${message!} --> <#-- ${old} -->"))
        .containsExactly("trace", "message");
  }

  @Test
  void whatALoopGoesThroughIsPrintedByIt() {
    assertThat(printed("e.html", "<p th:each=\"line : ${ex.stackTrace}\" th:text=\"${line}\"/>"))
        .containsExactlyInAnyOrder("ex.stackTrace", "line");
    assertThat(printed("e.ftl", "<#list ex.stackTrace as line>${line}</#list>"))
        .containsExactlyInAnyOrder("ex.stackTrace", "line");
    assertThat(printed("e.jsp", "<c:forEach items=\"${ex.stackTrace}\" var=\"line\">${line}"))
        .containsExactlyInAnyOrder("ex.stackTrace", "line");
  }

  @Test
  void mustachePrintsWhatIsNoSection() {
    assertThat(printed("e.mustache", "{{#trace}}{{{trace}}}{{/trace}} {{message}} {{! old }}"))
        .containsExactly("trace", "message");
  }

  @Test
  void jspPrintsExpressionsAndStackTraces() {
    assertThat(
            printed(
                "e.jsp",
                """
                ${pageContext.exception.message} <%= exception.getMessage() %>
                <% exception.printStackTrace(new java.io.PrintWriter(out)); %>
                <%-- <%= old %> --%>
                """))
        .containsExactly(
            "pageContext.exception.message", "exception.message", "exception.printStackTrace");
    assertThat(Template.of("e.jsp", "${requestScope['jakarta.servlet.error.message']}").texts())
        .containsExactly("jakarta.servlet.error.message");
  }

  @Test
  void pagesMayBePutTogether() {
    assertThat(Template.of("e.html", "<p th:replace=\"~{footer}\"/>").includes()).isTrue();
    assertThat(Template.of("e.jsp", "<jsp:include page=\"footer.jsp\"/>").includes()).isTrue();
    assertThat(Template.of("e.html", "<p>replace th</p>").includes()).isFalse();
  }

  @Test
  void aNameMeansTheOnePageThatFits() throws IOException {
    file("src/main/resources/templates/error.html");
    file("src/main/resources/templates/orders/error.html");
    file("src/main/webapp/WEB-INF/jsp/missing.jsp");
    file("a/src/main/resources/templates/twice.ftl");
    file("b/src/main/resources/templates/twice.ftl");
    file("src/test/resources/templates/test.html");
    Templates templates = Templates.of(new FileTree(project));

    assertThat(view(templates, "error")).hasValue("src/main/resources/templates/error.html");
    assertThat(view(templates, "/orders/error"))
        .hasValue("src/main/resources/templates/orders/error.html");
    assertThat(view(templates, "missing")).hasValue("src/main/webapp/WEB-INF/jsp/missing.jsp");
    assertThat(view(templates, "twice")).isEmpty();
    assertThat(view(templates, "test")).isEmpty();
    assertThat(view(templates, "redirect:/error")).isEmpty();
    assertThat(templates.page("/WEB-INF/jsp/missing.jsp")).isPresent();
  }

  private static Optional<String> view(Templates templates, String name) {
    return templates.view(name).map(Template::file);
  }

  private void file(String path) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "<p>text</p>");
  }
}
