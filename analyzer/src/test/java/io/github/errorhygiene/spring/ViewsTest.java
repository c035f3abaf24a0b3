package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.template.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that handlers of exceptions name: what they show of the exception, and an id. */
class ViewsTest {
  private static final String HANDLER =
      """
      import org.springframework.stereotype.Controller;
      import org.springframework.ui.*;
      import org.springframework.web.servlet.ModelAndView;
      import org.slf4j.MDC;
      @RestController class Orders {
        @GetMapping("/") int get(@RequestParam String id) { return Integer.parseInt(id); }
      }
      @ControllerAdvice class Errors {
        @ExceptionHandler(Exception.class) @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
        %s
      }
      """;

  private static final String BY_MODEL =
      "String all(Exception e, Model model) { model.addAttribute(\"error\", %s); return \"failed\"; }";

  @TempDir private Path project;

  private String answer(String handler, String page) throws IOException {
    Path file = project.resolve("src/main/resources/templates/failed.html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, page);
    return Service.of(HANDLER.formatted(handler))
        .with(Templates.of(new FileTree(project)))
        .application()
        .contracts()
        .get(0)
        .failures()
        .stream()
        .filter(failure -> failure.raisedBy() == Failure.RaisedBy.APPLICATION)
        .map(Failure::answer)
        .map(ViewsTest::told)
        .distinct()
        .collect(Collectors.joining());
  }

  private static String told(Answer answer) {
    return answer.status()
        + " "
        + answer.contentType()
        + " "
        + answer.exposes()
        + " id="
        + answer.requestId();
  }

  @Test
  void whatThePagePrintsIsShown() throws IOException {
    String printing = "<p th:text=\"${error}\"/>";

    assertThat(answer(BY_MODEL.formatted("e.getMessage()"), printing))
        .isEqualTo("500 text/html [message] id=NO");
    assertThat(answer(BY_MODEL.formatted("\"sorry\""), printing))
        .isEqualTo("500 text/html [] id=NO");
    assertThat(answer(BY_MODEL.formatted("e"), "<p th:text=\"${error.message}\"/>"))
        .isEqualTo("500 text/html [message] id=NO");
  }

  @Test
  void whatItDoesNotPrintIsNot() throws IOException {
    assertThat(answer(BY_MODEL.formatted("e.getMessage()"), "<p th:if=\"${error}\">sorry</p>"))
        .isEqualTo("500 text/html [] id=NO");
  }

  @Test
  void aModelMayComeWithTheView() throws IOException {
    String object =
        "ModelAndView all(Exception e) { ModelAndView page = new ModelAndView(\"failed\");"
            + " page.addObject(\"trace\", e.getStackTrace()); return page; }";
    String constructed =
        "ModelAndView all(Exception e) { return new ModelAndView(\"failed\", \"ex\", e); }";

    assertThat(answer(object, "<p th:text=\"${trace}\"/>"))
        .isEqualTo("500 text/html [stack-trace] id=NO");
    assertThat(answer(constructed, "<p th:text=\"${ex.stackTrace}\"/>"))
        .isEqualTo("500 text/html [stack-trace] id=NO");
  }

  @Test
  void anIdIsThereIfItIsPrinted() throws IOException {
    String handler =
        "String all(Exception e, Model model) {"
            + " model.addAttribute(\"requestId\", MDC.get(\"requestId\")); return \"failed\"; }";

    assertThat(answer(handler, "<p>[[${requestId}]]</p>")).endsWith("id=YES");
    assertThat(answer(handler, "<p>sorry</p>")).endsWith("id=NO");
    assertThat(answer(handler, "<p th:replace=\"~{layout}\"/>")).endsWith("id=UNKNOWN");
  }

  @Test
  void nothingIsKnownOfAPageThatIsNotThere() throws IOException {
    assertThat(answer("String all(Exception e) { return \"other\"; }", ""))
        .isEqualTo("500 text/html [] id=UNKNOWN");
  }
}
