package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.library.LibraryModel;
import io.github.errorhygiene.program.ClassSource;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Unit;
import io.github.errorhygiene.web.Project;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Which of Spring's web stacks serves a class. */
class WebStackTest {
  private static final ClassPath JDK = ClassPath.of(List.of());

  private static final List<Unit> UNITS =
      List.of(
          unit(
              "gateway",
              "import org.springframework.web.server.ServerWebExchange; class Gateway {}"),
          unit("orders", "import org.springframework.web.bind.annotation.*; class Orders {}"),
          unit(
              "mixed",
              "import org.springframework.web.reactive.function.client.*; class Client {}"),
          SourceReader.lower(
              "mixed/src/main/java/Filter.java", "import jakarta.servlet.*; class Guard {}"));

  private static Unit unit(String module, String source) {
    return SourceReader.lower(module + "/src/main/java/File.java", source);
  }

  @Test
  void the_imports_of_a_class_s_module_tell() {
    assertThat(isReactive("Gateway", type -> false)).isTrue();
    assertThat(isReactive("Orders", type -> false)).isFalse();
  }

  @Test
  void a_web_client_beside_servlets_makes_no_reactive_service() {
    assertThat(isReactive("Client", type -> false)).isFalse();
  }

  @Test
  void the_class_path_knows_better() {
    assertThat(isReactive("Orders", name -> name.endsWith(".DispatcherHandler"))).isTrue();
    assertThat(isReactive("Gateway", name -> name.contains(".web."))).isFalse();
  }

  private static boolean isReactive(String type, Predicate<String> given) {
    Program program = Program.link(UNITS, ClassSource.of(JDK));
    Catalogue catalogue = Catalogue.bundled();
    Engine engine = new Engine(program, catalogue, LibraryModel.NONE);
    Project project = new Project(program, engine, catalogue, given, UNITS, Map.of(), List::of);
    return new WebStack(project).isReactive(Objects.requireNonNull(program.type(type)));
  }
}
