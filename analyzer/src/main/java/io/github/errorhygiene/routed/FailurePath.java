package io.github.errorhygiene.routed;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Codes;
import io.github.errorhygiene.web.Handler.Route;
import io.github.errorhygiene.web.Outcome;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a failure where routes have handlers of failures: these in the order of the
 * routes, until one does not pass it on; then the handler of the failure's status.
 */
final class FailurePath {
  private static final int MOST_PARAMETERS = 4;

  private final Project project;
  private final Routes routes;
  private final Codes codes;
  private final Traits traits;
  private final Boundaries boundaries;

  FailurePath(Project project, Routes routes, Codes codes, Traits traits, Boundaries boundaries) {
    this.project = project;
    this.routes = routes;
    this.codes = codes;
    this.traits = traits;
    this.boundaries = boundaries;
  }

  /**
   * Where a failure ends.
   *
   * @param outcomes what the program's handlers answer; empty if all of them pass it on, or there
   *     are none
   * @param thrown by a handler that never answers, in place of the failure; null if none does
   */
  record End(List<Outcome> outcomes, @Nullable Escape thrown) {}

  /**
   * Goes from handler to handler.
   *
   * @param carried the status that an exception carries; 0 if none
   */
  End end(
      List<Route> mapped, Escape escape, int status, int declared, ToIntFunction<Escape> carried) {
    List<Value> given = given(Value.of(new Known.Caught(escape)), status);
    List<Outcome> outcomes = new ArrayList<>();
    for (Entry entry : routes.entries(Role.FAILURE)) {
      if (!covers(entry, mapped)) {
        continue;
      }
      Escape thrown = thrown(entry, given);
      if (thrown != null) {
        int own = carried.applyAsInt(thrown);
        int failed = own > 0 ? own : traits.unmapped().status();
        outcomes.addAll(ofStatus(given, failed, escape.type(), declared));
        return new End(outcomes, thrown);
      }
      if (answered(entry, given, escape.type(), declared, outcomes)) {
        return new End(outcomes, null);
      }
    }
    outcomes.addAll(ofStatus(given, status, escape.type(), declared));
    return new End(outcomes, null);
  }

  /** What handlers of failures throw that never answer; null if they do. */
  private @Nullable Escape thrown(Entry entry, List<Value> given) {
    Escape last = null;
    for (Code code : codes.of(entry, "handler")) {
      Summary summary = code.run(project.engine(), given);
      if (!summary.exits().isEmpty() || summary.escapes().stream().anyMatch(Escape::ends)) {
        return null;
      }
      for (Escape thrown : summary.escapes()) {
        last = thrown;
      }
    }
    return last;
  }

  /** What the handler for a status answers that the framework itself has raised. */
  List<Outcome> outcomes(int status) {
    return ofStatus(given(Value.NOTHING, status), status, "", status);
  }

  private List<Outcome> ofStatus(List<Value> given, int status, String exception, int declared) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Entry entry : routes.entries(Role.STATUS)) {
      if (entry.status() == status) {
        boolean ignored = answered(entry, given, exception, declared, outcomes);
      }
    }
    return outcomes;
  }

  private boolean answered(
      Entry entry, List<Value> given, String exception, int declared, List<Outcome> outcomes) {
    List<Code> all = codes.of(entry, "handler");
    String what = entry.role() == Role.STATUS ? "status " + entry.status() : "failures";
    all.forEach(
        code -> outcomes.addAll(boundaries.outcomes(code, what, exception, given, declared)));
    return !all.isEmpty() && all.stream().noneMatch(code -> boundaries.passesOn(code, given));
  }

  private boolean covers(Entry entry, List<Route> mapped) {
    Set<String> methods = routes.methods(entry);
    Set<String> paths = Filters.paths(routes, entry);
    return mapped.stream()
        .filter(route -> methods.isEmpty() || methods.contains(route.method()))
        .anyMatch(route -> paths.stream().anyMatch(path -> covers(path, route.path())));
  }

  private static boolean covers(String pattern, String path) {
    return pattern.equals(path) || Filters.covers(pattern, path);
  }

  /** The framework's object for the request, which tells the failure. */
  private List<Value> given(Value failure, int status) {
    Map<String, Value> fields = new TreeMap<>();
    if (!failure.isNothing()) {
      fields.put(AnswerModel.FAILURE, failure);
    }
    fields.put(AnswerModel.STATUS, Value.constant(status));
    Value context = Value.of(new Instance(traits.context(), fields));
    List<Value> given =
        new ArrayList<>(Collections.nCopies(MOST_PARAMETERS, Value.unknown(Dependence.REQUEST)));
    given.set(0, context.withData(Dependence.REQUEST));
    return given;
  }
}
