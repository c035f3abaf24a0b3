package io.github.errorhygiene.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Unit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How the version of Spring is told. */
class SpringVersionTest {
  private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";

  @Test
  @DisplayName("The newest type on the class path tells")
  void byClassPath() {
    List<Unit> javax = importing("javax.servlet.Filter");

    assertThat(SpringVersion.of(Set.of(MAPPING)::contains, List.of()))
        .isEqualTo(new SpringVersion(5, 3));
    assertThat(SpringVersion.of(Set.of(MAPPING, Names.PROBLEM_DETAIL)::contains, javax))
        .isEqualTo(new SpringVersion(6, 0));
  }

  @Test
  @DisplayName("Without a class path the imports tell")
  void byImports() {
    assertThat(SpringVersion.of(type -> false, importing("javax.validation.Valid")))
        .isEqualTo(new SpringVersion(5, 3));
    assertThat(SpringVersion.of(type -> false, importing("jakarta.validation.Valid")))
        .isEqualTo(SpringVersion.NEWEST);
    assertThat(SpringVersion.of(type -> false, importing("javax.sql.DataSource")))
        .isEqualTo(SpringVersion.NEWEST);
    assertThat(SpringVersion.of(type -> false, importing("tools.jackson.databind.ObjectMapper")))
        .isEqualTo(new SpringVersion(7, 0));
  }

  private static List<Unit> importing(String type) {
    return List.of(SourceReader.lower("A.java", "import " + type + "; class A {}"));
  }
}
