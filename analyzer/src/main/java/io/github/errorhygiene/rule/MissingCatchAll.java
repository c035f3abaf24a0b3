package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Reaction;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Unexpected failures get the framework's default answer, which has no id or another form than the
 * application's own errors.
 */
final class MissingCatchAll implements Rule {
  @Override
  public String id() {
    return "missing-catch-all";
  }

  @Override
  public String summary() {
    return "No boundary answers unexpected failures: they get the framework's default page";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Finding> judge(Application application) {
    return application.servers().stream().flatMap(server -> judgeOne(server).stream()).toList();
  }

  private List<Finding> judgeOne(Application application) {
    List<Contract> open =
        application.contracts().stream().filter(MissingCatchAll::isByDefault).toList();
    if (open.isEmpty()) {
      return List.of();
    }
    Answer answer = open.get(0).unexpected().get(0).answer();
    Optional<Shape> own = ownShape(application, Shape.of(answer));
    boolean anonymous = answer.requestId() == Certainty.NO;
    return own.isEmpty() && !anonymous
        ? List.of()
        : List.of(finding(application, open, answer, own));
  }

  private static boolean isByDefault(Contract contract) {
    return contract.unexpected().stream().anyMatch(Reaction::isDefault);
  }

  /** A form of the application's own errors that the default answer does not have. */
  private static Optional<Shape> ownShape(Application application, Optional<Shape> byDefault) {
    return Row.of(application)
        .filter(row -> isOwn(row.failure().boundary()) && row.failure().answer().judged() >= 400)
        .flatMap(row -> Shape.of(row.failure().answer()).stream())
        .filter(shape -> byDefault.isEmpty() || !byDefault.get().isLike(shape))
        .findFirst();
  }

  private static boolean isOwn(@Nullable Boundary boundary) {
    return boundary != null
        && boundary.kind() == Boundary.Kind.HANDLER
        && boundary.writes()
        && !boundary.catches().isEmpty();
  }

  private static String seen(Answer answer) {
    return Answer.isNone(answer.status()) || answer.status() < 500
        ? StatusLine.seen(answer.status())
        : "the client sees the default page";
  }

  private Finding finding(
      Application application, List<Contract> open, Answer answer, Optional<Shape> own) {
    boolean everywhere = open.size() == application.contracts().size();
    List<Endpoint> endpoints =
        everywhere ? List.of() : open.stream().map(Contract::endpoint).toList();
    String server = open.get(0).endpoint().server();
    String all = server.isEmpty() ? "" : " of " + server;
    String who = everywhere ? all : " of " + counted(endpoints.size()) + all;
    String form = own.map(shape -> ", not " + shape.label() + " as other errors").orElse("");
    return new Finding(
        id(),
        severity(),
        "nothing answers unexpected failures" + who + ": " + seen(answer) + form,
        place(application, open),
        "",
        endpoints,
        null,
        answer.status(),
        0,
        StatusLine.of(answer),
        StatusLine.withRequestId(answer),
        List.of(),
        Fingerprint.of(server.isEmpty() ? List.of(id()) : List.of(id(), server)));
  }

  private static String counted(int endpoints) {
    return endpoints == 1 ? "1 endpoint" : endpoints + " endpoints";
  }

  /** Beside the boundaries that there are; else at the first handler. */
  private static Place place(Application application, List<Contract> open) {
    Stream<Place> boundaries =
        Row.of(application)
            .map(row -> row.failure().boundary())
            .flatMap(b -> isOwn(b) ? Stream.ofNullable(b.place()) : Stream.<Place>empty());
    return boundaries.sorted().findFirst().orElse(open.get(0).endpoint().place());
  }
}
