package io.github.errorhygiene.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.yaml.YamlException;
import io.github.errorhygiene.yaml.YamlRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RolesTest {
  @Test
  void typesOfSeveralLibrariesPlayTheSamePart() {
    assertThat(Roles.of(Role.CARRIER))
        .contains("io.smallrye.mutiny.Uni", "io.vertx.core.Future", "reactor.core.publisher.Mono");
  }

  @Test
  void methodsPlayPartsToo() {
    assertThat(Roles.of(Role.FINDS_ROOT_CAUSE))
        .contains("com.google.common.base.Throwables.getRootCause");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void somethingHasIt(Role role) {
    assertThat(Roles.of(role)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void namesAreSortedAndStandOnce(Role role) throws YamlException {
    List<String> names = new ArrayList<>();
    for (YamlRow row : Roles.rows().getOrDefault(role, List.of())) {
      names.addAll(row.anyTexts("names"));
    }

    assertThat(names).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void rolesStandInTheOrderOfTheirNames() throws YamlException {
    Set<String> keys =
        YamlRow.parse("roles.yaml", BundledFiles.text("roles.yaml")).section("roles").keys();

    assertThat(List.copyOf(keys)).isSorted();
  }
}
