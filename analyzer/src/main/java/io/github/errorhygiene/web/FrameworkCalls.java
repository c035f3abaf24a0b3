package io.github.errorhygiene.web;

import io.github.errorhygiene.catalogue.OwnBoundary;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.library.LibraryModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the methods of all known frameworks do to answers, and what they register. */
public final class FrameworkCalls implements LibraryModel {
  private final AnswerModel answers;
  private final RouteRows routes;
  private final OwnCalls own;

  /** Those of which the user says nothing. */
  public FrameworkCalls(List<Adapter> adapters) {
    this(adapters, List.of());
  }

  /**
   * The calls that programs make.
   *
   * @param boundaries what the user says of methods that answer
   */
  public FrameworkCalls(List<Adapter> adapters, List<OwnBoundary> boundaries) {
    this.own = new OwnCalls(boundaries);
    this.answers = AnswerModel.of(adapters);
    this.routes = RouteRows.of(adapters);
  }

  @Override
  public @Nullable Effect call(LibraryCall call) {
    Effect told = own.call(call);
    return told == null ? answers.call(call) : told;
  }

  @Override
  public @Nullable Setup setup(LibraryCall call) {
    return routes.setup(call);
  }
}
