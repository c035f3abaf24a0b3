package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.Adapter;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerRows;
import io.github.errorhygiene.web.Framework;
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
    Certainty everywhere =
        new ServerFilters(project.program(), project.engine(), project.catalogue().requestIds())
            .requestIdEverywhere();
    return List.of(new Micronaut(project, project.reader(everywhere, Micronaut.ERROR_PAGE)));
  }
}
