package io.github.errorhygiene.web;

import io.github.errorhygiene.catalogue.OwnBoundary;
import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A framework together with boundaries that no source shows and the user has told of. They come
 * before what the framework answers by itself and before boundaries of the application for more
 * general exceptions.
 */
final class OwnBoundaries implements Framework {
  private final Framework framework;
  private final Program program;
  private final List<OwnBoundary> own;

  private OwnBoundaries(Framework framework, Project project) {
    this.framework = framework;
    this.program = project.program();
    this.own =
        project.catalogue().boundaries().stream()
            .filter(boundary -> !boundary.exception().isEmpty())
            .toList();
  }

  /** The framework itself if the user tells of no boundaries. */
  static Framework with(Framework framework, Project project) {
    OwnBoundaries all = new OwnBoundaries(framework, project);
    return all.own.isEmpty() ? framework : all;
  }

  @Override
  public String name() {
    return framework.name();
  }

  @Override
  public AnswerReader reader() {
    return framework.reader();
  }

  @Override
  public AnswerReader reader(Handler handler) {
    return framework.reader(handler);
  }

  @Override
  public SortedSet<Integer> statuses(Handler handler, Instance part) {
    return framework.statuses(handler, part);
  }

  @Override
  public String readsWhole(Handler handler) {
    return framework.readsWhole(handler);
  }

  @Override
  public List<Handler> handlers() {
    return framework.handlers();
  }

  @Override
  public List<Boundary> boundaries() {
    return framework.boundaries();
  }

  @Override
  public List<AnsweringMethod> answeringMethods() {
    return framework.answeringMethods();
  }

  @Override
  public List<Escape> kinds(Escape escape) {
    return framework.kinds(escape);
  }

  @Override
  public List<Outcome> outcomes(Handler handler, Escape escape) {
    List<Outcome> otherwise = framework.outcomes(handler, escape);
    OwnBoundary nearest = nearest(escape);
    return nearest == null
        ? otherwise
        : otherwise.stream()
            .map(each -> instead(each, nearest, framework.reader(handler)))
            .distinct()
            .toList();
  }

  @Override
  public List<RequestFailure> requestFailures(List<Handler> handlers) {
    return framework.requestFailures(handlers).stream().map(this::instead).toList();
  }

  private RequestFailure instead(RequestFailure failure) {
    OwnBoundary nearest = nearest(failure.exception());
    Handler handler = failure.handler();
    AnswerReader reader = handler == null ? framework.reader() : framework.reader(handler);
    return nearest == null
        ? failure
        : new RequestFailure(
            failure.exception(),
            failure.summary(),
            failure.mode(),
            handler,
            instead(failure.outcome(), nearest, reader));
  }

  /** For the exception, else for what it wraps. */
  private @Nullable OwnBoundary nearest(Escape escape) {
    OwnBoundary nearest = nearest(escape.type());
    Escape inner = escape.inner();
    return nearest == null && inner != null ? nearest(inner) : nearest;
  }

  private @Nullable OwnBoundary nearest(String exception) {
    for (String type : exception.isEmpty() ? List.<String>of() : program.supertypes(exception)) {
      for (OwnBoundary each : own) {
        if (each.exception().equals(type)) {
          return each;
        }
      }
    }
    return null;
  }

  private Outcome instead(Outcome otherwise, OwnBoundary by, AnswerReader reader) {
    if (!isFirst(by, otherwise.boundary())) {
      return otherwise;
    }
    boolean id =
        reader.everywhere() == Certainty.YES || by.bodyKeys().stream().anyMatch(reader::isId);
    Answer answer =
        new Answer(
            by.status(),
            by.contentType(),
            by.bodyKeys(),
            id ? Certainty.YES : by.requestId(),
            List.of(),
            by.logs());
    Boundary boundary =
        new Boundary(Boundary.Kind.HANDLER, by.name(), null, by.exception().replace('$', '.'));
    return new Outcome(boundary, answer, otherwise.declaredStatus(), List.of());
  }

  /** What the application writes for that very exception, or on its way, is nearer. */
  private boolean isFirst(OwnBoundary own, @Nullable Boundary other) {
    if (other == null
        || other.kind() == Boundary.Kind.FRAMEWORK
        || other.kind() == Boundary.Kind.DECLARED_STATUS) {
      return true;
    }
    boolean general = program.supertypes(own.exception()).indexOf(other.catches()) > 0;
    boolean catchesMore = other.catchesAll() && !isAll(own.exception());
    return other.kind() == Boundary.Kind.HANDLER && (general || catchesMore);
  }

  private static boolean isAll(String exception) {
    return new Boundary(Boundary.Kind.HANDLER, "", null, exception).catchesAll();
  }
}
