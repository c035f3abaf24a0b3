package io.github.errorhygiene.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.Sites.Site;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SitesTest {
  private static Optional<Site> site(String body) {
    return Sites.of("class A {\n  void m() {\n" + body + "\n  }\n}\n", Set.of("get", "post"));
  }

  @Test
  void itIsBeforeTheFirstStatementThatRegistersAHandler() {
    assertThat(site("    start();\n    app.get(\"/a\", h);\n    app.post(\"/a\", h);"))
        .contains(new Site("app", 4, "A", "", 1));
    assertThat(site("    start();")).isEmpty();
  }

  @Test
  void chainedCallsAreMadeOnOne() {
    assertThat(site("    c.routes.get(\"/a\", h).post(\"/b\", h);").map(Site::target))
        .contains("c.routes");
    assertThat(site("    get(\"/a\", h);").map(Site::target)).contains("");
    assertThat(site("    create().get(\"/a\", h);")).isEmpty();
  }

  @Test
  void whatStandsInAGroupIsRegisteredOutsideOfIt() {
    assertThat(site("    app.path(\"/a\", () -> {\n      app.get(\"/b\", h);\n    });"))
        .contains(new Site("app", 3, "A", "", 1));
    assertThat(site("    create(c -> {\n      c.get(\"/b\", h);\n    });").map(Site::line))
        .contains(4);
  }

  @Test
  void theClassMayHaveALogger() {
    String text =
        "class A {\n  static final Logger LOGGER = x();\n  void m() {\n    app.get(\"/a\", h);\n  }\n}\n";

    assertThat(Sites.of(text, Set.of("get")).map(Site::logger)).contains("LOGGER");
  }
}
