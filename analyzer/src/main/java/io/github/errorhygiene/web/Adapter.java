package io.github.errorhygiene.web;

import java.util.List;

/** A web framework that the tool knows. */
public interface Adapter {
  /** What its methods do to answers, wherever they are called. */
  AnswerModel answers();

  /** The calls by which programs set it up, if they do so by calls. */
  default RouteRows routes() {
    return RouteRows.NONE;
  }

  /** How it behaves in each application of a project, of which there mostly is one. */
  List<Framework> in(Project project);
}
