package io.github.errorhygiene.web;

/** A web framework that the tool knows. */
public interface Adapter {
  /** What its methods do to answers, wherever they are called. */
  AnswerModel answers();

  /** The calls by which programs set it up, if they do so by calls. */
  default RouteRows routes() {
    return RouteRows.NONE;
  }

  /** How it behaves in an application. */
  Framework in(Project project);
}
