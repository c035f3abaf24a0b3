package io.github.errorhygiene.spring;

import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Adapter;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.AnswerRows;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RouteRows;

/** Spring MVC and Spring WebFlux, 5.3 to 7.0, as Boot sets them up. */
public final class SpringAdapter implements Adapter {
  private static final AnswerModel ANSWERS = AnswerRows.load(SpringMvc.class, "answers.yaml");

  /** The calls by which services set up interceptors and Spring Security. */
  static final RouteRows SETUP = RouteRows.load(SpringMvc.class, "setup.yaml");

  @Override
  public RouteRows routes() {
    return SETUP.and(FunctionalRoutes.ROWS);
  }

  @Override
  public AnswerModel answers() {
    return ANSWERS;
  }

  @Override
  public Framework in(Project project) {
    Certainty everywhere =
        new SpringFilters(project.program(), project.catalogue(), project.engine())
            .requestIdEverywhere();
    SpringVersion version = SpringVersion.of(project.given(), project.units());
    return WebStack.isReactive(project)
        ? new SpringWebFlux(
            project, project.reader(everywhere, SpringWebFlux.errorPage(project)), version)
        : new SpringMvc(project, reader(project, everywhere), version);
  }

  private static AnswerReader reader(Project project, Certainty everywhere) {
    return project.reader(everywhere, SpringMvc.errorPage(project.properties()));
  }
}
