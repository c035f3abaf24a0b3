package io.github.errorhygiene.servlet;

import io.github.errorhygiene.web.Adapter;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerRows;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Project;

/** Servlets 4 to 6. */
public final class ServletAdapter implements Adapter {
  private static final AnswerModel ANSWERS = AnswerRows.load(ServletAdapter.class, "answers.yaml");

  @Override
  public AnswerModel answers() {
    return ANSWERS;
  }

  @Override
  public Framework in(Project project) {
    Declared declared = new Declared(project.program());
    return new Servlets(project, declared.deployment(project.descriptors().get()));
  }
}
