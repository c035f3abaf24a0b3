package io.github.errorhygiene.web;

import io.github.errorhygiene.escape.LibraryCall;
import io.github.errorhygiene.escape.LibraryModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the methods of all known frameworks do to answers, and what they register. */
public final class FrameworkCalls implements LibraryModel {
  private final AnswerModel answers;
  private final RouteRows routes;

  public FrameworkCalls(List<Adapter> adapters) {
    this.answers = AnswerModel.of(adapters);
    this.routes = RouteRows.of(adapters);
  }

  @Override
  public @Nullable Effect call(LibraryCall call) {
    return answers.call(call);
  }

  @Override
  public @Nullable Setup setup(LibraryCall call) {
    return routes.setup(call);
  }
}
