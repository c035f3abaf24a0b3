package io.github.errorhygiene.spring;

import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Adapter;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerRows;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RouteRows;
import io.github.errorhygiene.web.Routes;

/** Spring MVC, 5.3 to 7.0, as Boot sets it up. */
public final class SpringMvcAdapter implements Adapter {
  private static final AnswerModel ANSWERS = AnswerRows.load(SpringMvc.class, "answers.yaml");

  /** The calls by which services set up interceptors and Spring Security. */
  static final RouteRows SETUP = RouteRows.load(SpringMvc.class, "setup.yaml");

  @Override
  public RouteRows routes() {
    return SETUP;
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
    return new SpringMvc(
        project.program(),
        project.engine(),
        project.reader(everywhere, SpringMvc.errorPage(project.properties())),
        project.properties(),
        SpringVersion.of(project.given(), project.units()),
        project.documents(),
        Routes.of(project, SETUP));
  }
}
