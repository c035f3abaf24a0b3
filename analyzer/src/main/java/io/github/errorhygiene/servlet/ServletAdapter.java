package io.github.errorhygiene.servlet;

import io.github.errorhygiene.web.Adapter;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerRows;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RouteRows;
import io.github.errorhygiene.web.Routes;
import java.util.List;

/** Servlets 4 to 6. */
public final class ServletAdapter implements Adapter {
  private static final AnswerModel ANSWERS = AnswerRows.load(ServletAdapter.class, "answers.yaml");

  private static final RouteRows ROUTES = RouteRows.load(ServletAdapter.class, "routes.yaml");

  @Override
  public RouteRows routes() {
    return ROUTES;
  }

  @Override
  public AnswerModel answers() {
    return ANSWERS;
  }

  @Override
  public List<Framework> in(Project project) {
    Deployment declared = new Declared(project.program()).deployment(project.descriptors().get());
    Routes routes = Routes.of(project, ROUTES);
    return List.of(
        new Servlets(
            project, declared.and(new Programmatic(project.program(), routes).deployment())));
  }
}
