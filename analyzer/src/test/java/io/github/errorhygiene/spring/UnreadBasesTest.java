package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.program.ClassSource;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Gap;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Advices and controllers whose base classes nobody can read. */
class UnreadBasesTest {
  private static List<String> gaps(String source) {
    String imports = "import org.springframework.web.bind.annotation.*; import com.acme.web.*; ";
    Program program =
        Program.link(
            List.of(SourceReader.lower("src/main/java/Errors.java", imports + source)),
            ClassSource.of(ClassPath.of(List.of())));
    return UnreadBases.of(program).stream().map(Gap::message).toList();
  }

  @Test
  @DisplayName("An advice that extends a class of a library that is not there is a gap")
  void advice() {
    assertThat(gaps("@RestControllerAdvice class Errors extends com.acme.web.CommonErrors {}"))
        .containsExactly(
            "which handlers of exceptions it inherits is not known:"
                + " com.acme.web.CommonErrors is in no source; give the class path");
  }

  @Test
  @DisplayName("So is a controller")
  void controller() {
    assertThat(gaps("@RestController class Orders extends com.acme.web.Common {}"))
        .singleElement()
        .asString()
        .startsWith("which handlers of requests and exceptions it inherits is not known");
  }

  @Test
  @DisplayName("What extends Spring's own classes, those of the sources, or nothing is none")
  void known() {
    assertThat(
            gaps(
                """
                class Common {}
                @RestControllerAdvice class Errors
                    extends org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler {}
                @RestController class Orders extends Common {}
                @RestController class Books {}
                class Client extends com.acme.web.Base {}
                """))
        .isEmpty();
  }
}
