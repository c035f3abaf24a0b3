package io.github.errorhygiene.spring;

import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.web.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What libraries' parts for Spring Security answer, and parts that ask the advices. */
final class LibraryEntryPoints {
  private final LibraryAnswers answers;
  private final Function<Escape, List<Outcome>> advices;

  /**
   * Those of an application.
   *
   * @param advices what the application's advices answer where no handler was found
   */
  LibraryEntryPoints(LibraryAnswers answers, Function<Escape, List<Outcome>> advices) {
    this.answers = answers;
    this.advices = advices;
  }

  /** What the advices answer. */
  List<Outcome> ofAdvices(String exception, int declared) {
    FailureMode mode = declared == 401 ? FailureMode.UNAUTHENTICATED : FailureMode.FORBIDDEN;
    return advices.apply(Escape.ofFramework(exception, mode, null));
  }

  /** What the part answers that a call is given; empty if it is no library's. */
  List<Outcome> of(LibraryCall call, String exception, int declared) {
    List<String> types = new ArrayList<>();
    call.argument(0).instances().forEach(made -> types.add(made.type()));
    call.argumentTypes().stream().limit(1).forEach(type -> types.add(type.erasure()));
    for (Library library : Library.all()) {
      for (String type : types) {
        Object how = library.entryPoints().get(type);
        if (how != null) {
          return how.equals("advices")
              ? ofAdvices(exception, declared)
              : answers.usual(library, Names.simple(type), exception, declared);
        }
      }
    }
    return List.of();
  }
}
