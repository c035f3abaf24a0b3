package io.github.errorhygiene.spring;

import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.web.Handler;
import io.github.errorhygiene.web.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who answers exceptions, on either of Spring's web stacks. */
interface ExceptionAnswers {
  /**
   * Who answers.
   *
   * @param handler null where none was found
   * @param controller null where no handler was found
   */
  List<Outcome> outcomes(@Nullable Handler handler, @Nullable TypeSymbol controller, Escape escape);

  /** An answer that the framework sends without an exception. */
  Outcome sent(int status, String sender);

  /** What the stack raises where Spring MVC raises that exception. */
  default String raised(String ofMvc) {
    return ofMvc;
  }
}
