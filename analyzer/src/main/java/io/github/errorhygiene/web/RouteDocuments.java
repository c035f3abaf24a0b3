package io.github.errorhygiene.web;

import io.github.errorhygiene.openapi.OpenApi;
import io.github.errorhygiene.openapi.Operation;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The OpenAPI files from which a program registers operations, by their names. */
public final class RouteDocuments {
  private final Routes routes;
  private final Supplier<List<OpenApi>> documents;

  RouteDocuments(Routes routes, Supplier<List<OpenApi>> documents) {
    this.routes = routes;
    this.documents = documents;
  }

  /** All files of the program, read when they are asked for. */
  Supplier<List<OpenApi>> all() {
    return documents;
  }

  /** The operations of OpenAPI files that an entry names. */
  List<Operation> operations(Entry entry) {
    List<String> ids = entry.argument("operation").strings();
    return ids.isEmpty()
        ? List.of()
        : documents.get().stream()
            .flatMap(document -> document.operations().stream())
            .filter(operation -> ids.contains(operation.id()))
            .toList();
  }

  /**
   * Whether an OpenAPI file says which media types an operation with a handler answers.
   *
   * @param owner binary name of the type that takes the handler
   */
  public boolean produces(String owner) {
    return written(owner).stream().anyMatch(operation -> !operation.produces().isEmpty());
  }

  private Set<Operation> written(String owner) {
    Set<Operation> written = new LinkedHashSet<>();
    routes.entries().stream()
        .filter(entry -> entry.role() == Role.ROUTE || entry.role() == Role.FAILURE)
        .filter(entry -> entry.call().owner().equals(owner))
        .forEach(entry -> routes.scope(entry).forEach(each -> written.addAll(operations(each))));
    return written;
  }

  /**
   * Whether an operation has no handler, of OpenAPI files of which some operation has one.
   *
   * @param owner binary name of the type that takes the handlers
   * @param wholePaths without those on whose path another operation has one
   */
  public boolean isUnwritten(String owner, boolean wholePaths) {
    Set<Operation> written = written(owner);
    return !written.isEmpty()
        && documents.get().stream()
            .map(OpenApi::operations)
            .filter(operations -> !Collections.disjoint(operations, written))
            .flatMap(List::stream)
            .filter(operation -> !written.contains(operation))
            .anyMatch(
                o -> !wholePaths || written.stream().noneMatch(w -> w.path().equals(o.path())));
  }
}
