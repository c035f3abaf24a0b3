package io.github.errorhygiene.armeria;

import io.github.errorhygiene.web.Adapter;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerRows;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RouteRows;
import java.util.List;

/** Armeria on its own server, also when Spring Boot starts it. */
public final class ArmeriaAdapter implements Adapter {
  private static final AnswerModel ANSWERS = AnswerRows.load(Armeria.class, "answers.yaml");
  private static final RouteRows ROUTES = RouteRows.load(Armeria.class, "routes.yaml");

  @Override
  public AnswerModel answers() {
    return ANSWERS;
  }

  @Override
  public RouteRows routes() {
    return ROUTES;
  }

  @Override
  public List<Framework> in(Project project) {
    return List.of(new Armeria(project, ROUTES));
  }
}
