package io.github.errorhygiene.routed;

import io.github.errorhygiene.web.Adapter;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerRows;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RouteRows;
import io.github.errorhygiene.web.Routes;
import java.util.List;

/** A framework whose handlers are registered by calls, as its data describe it. */
public final class RoutedAdapter implements Adapter {
  private final AnswerModel answers;
  private final RouteRows routes;
  private final Versions versions;

  /**
   * The framework with that folder of data.
   *
   * @throws IllegalStateException if there is none: a bug of this project
   */
  public RoutedAdapter(String folder) {
    this.answers = AnswerRows.load(RoutedAdapter.class, folder + "/answers.yaml");
    this.routes = RouteRows.load(RoutedAdapter.class, folder + "/routes.yaml");
    this.versions = Versions.load(folder + "/framework.yaml");
  }

  @Override
  public AnswerModel answers() {
    return answers;
  }

  @Override
  public RouteRows routes() {
    return routes;
  }

  @Override
  public List<Framework> in(Project project) {
    Routes all = Routes.of(project, routes);
    return Servers.of(project, all).stream().map(this::framework).toList();
  }

  private Framework framework(Servers.Server server) {
    Traits traits = versions.in(server.project(), server.routes());
    return new RoutedFramework(server.project(), server.routes(), traits);
  }
}
