package io.github.errorhygiene.spring;

import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.spring.Advice.Mapping;
import io.github.errorhygiene.web.Project;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which libraries answer exceptions of this service. */
final class Libraries {
  private static final String SECURITY = "org.springframework.security.";
  private static final String GUARDED =
      SECURITY + "config.annotation.web.configuration.WebSecurityConfiguration";

  private final Project project;
  private final Program program;
  private final boolean reactive;

  Libraries(Project project, boolean reactive) {
    this.project = project;
    this.program = project.program();
    this.reactive = reactive;
  }

  /** The handlers that an advice of the service has from a library. */
  List<Mapping> mappings(TypeSymbol advice) {
    List<String> supertypes = program.supertypes(advice.name());
    List<Mapping> mappings = new ArrayList<>();
    for (Library library : Library.all()) {
      if (library.isAsked(reactive, "advice") && supertypes.contains(library.trait())) {
        mappings.addAll(mappings(library, supertypes));
      }
    }
    return mappings;
  }

  private static List<Mapping> mappings(Library library, List<String> types) {
    return library.rows().stream()
        .filter(row -> row.trait().isEmpty() || types.contains(row.trait()))
        .map(row -> new Mapping(row.exception(), null, new Mapping.OfLibrary(library, row)))
        .toList();
  }

  /** The advices that libraries bring. */
  List<Advice> advices() {
    List<Advice> advices = new ArrayList<>();
    for (Library library : Library.all()) {
      TypeSymbol type =
          library.isAsked(reactive, "advice") && isUsed(library) && !isReplaced(library)
              ? type(library)
              : null;
      if (type != null) {
        advices.add(
            new Advice(
                type,
                Integer.MAX_VALUE,
                mappings(library, types(library)),
                !library.controllers().isEmpty(),
                true));
      }
    }
    return advices;
  }

  private @Nullable TypeSymbol type(Library library) {
    return library.types().isEmpty() ? null : program.type(library.types().get(0));
  }

  private List<String> types(Library library) {
    List<String> named = new ArrayList<>(library.types());
    if (project.given().test(GUARDED) || project.imports(SECURITY)) {
      named.addAll(library.typesWithSecurity());
    }
    return named.stream().flatMap(type -> program.supertypes(type).stream()).distinct().toList();
  }

  /** Those that are asked after all advices, also for what filters throw. */
  List<Library> last() {
    return Library.all().stream()
        .filter(library -> library.isAsked(reactive, "last") && isUsed(library))
        .toList();
  }

  private boolean isUsed(Library library) {
    return new LibrarySettings(project.properties(), library.properties()).isEnabled()
        && (project.given().test(library.given())
            || library.imports().stream().anyMatch(project::imports)
            || library.artifacts().stream().anyMatch(project.builds()));
  }

  private boolean isReplaced(Library library) {
    return !library.trait().isEmpty() && !project.sourceSubtypes(library.trait()).isEmpty();
  }
}
