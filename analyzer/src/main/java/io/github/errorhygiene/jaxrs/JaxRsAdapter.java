package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.web.Adapter;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.AnswerRows;
import io.github.errorhygiene.web.Framework;
import io.github.errorhygiene.web.Project;
import java.util.List;

/** JAX-RS 2.1 and Jakarta REST 3.0 to 4.0 on the runtimes of {@link Implementations}. */
public final class JaxRsAdapter implements Adapter {
  private static final AnswerModel ANSWERS = AnswerRows.load(JaxRs.class, "answers.yaml");

  @Override
  public AnswerModel answers() {
    return ANSWERS;
  }

  @Override
  public List<Framework> in(Project project) {
    return JaxRs.parts(project).stream().map(part -> (Framework) JaxRs.of(part)).toList();
  }
}
