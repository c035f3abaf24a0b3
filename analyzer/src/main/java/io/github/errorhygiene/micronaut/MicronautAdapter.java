package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Unit;
import io.github.errorhygiene.web.Adapter;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerRows;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Modules;
import io.github.errorhygiene.web.Placeholders;
import io.github.errorhygiene.web.Project;
import java.util.List;

/** Micronaut 4 on its own server. */
public final class MicronautAdapter implements Adapter {
  private static final AnswerModel ANSWERS = AnswerRows.load(Micronaut.class, "answers.yaml");

  @Override
  public AnswerModel answers() {
    return ANSWERS;
  }

  @Override
  public List<Framework> in(Project project) {
    return Modules.of(project, MicronautAdapter::isStart, List.of(), Routes::isController).stream()
        .map(MicronautAdapter::application)
        .toList();
  }

  private static Framework application(Modules.Part part) {
    Project project = part.project();
    String contextPath = Routes.contextPath(new Placeholders(project.properties()));
    ServerFilters filters = new ServerFilters(project, contextPath);
    Certainty everywhere = filters.requestIdEverywhere();
    return new Micronaut(part, filters, project.reader(everywhere, Micronaut.ERROR_PAGE));
  }

  /** A class that may start an application. */
  private static boolean isStart(TypeSymbol type) {
    Unit unit = type.unit();
    return unit != null
        && unit.imports().stream()
            .anyMatch(imported -> imported.isBelow("io.micronaut.runtime.Micronaut"));
  }
}
