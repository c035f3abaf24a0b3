package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Escape.Source;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries of Spring Data JPA whose order the client names: a property that the entity does not have
 * is noticed by {@code QueryUtils.toOrders}, or by the persistence provider that reads the query.
 */
final class Sortings {
  private static final Set<String> ORDERS = Roles.of(Role.ORDER_OF_ROWS);

  private static final Set<String> ENTITIES = Roles.of(Role.ENTITY);

  private static final String QUERY = "org.springframework.data.jpa.repository.Query";

  private final Engine engine;
  private final Frame frame;

  Sortings(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
  }

  /** Raises what a query fails with that is told an order which is not known here. */
  void raise(LibraryCall call, Rows.Facts facts, Site here) {
    Dependence by = order(call);
    String thrown = by.on(Cause.REQUEST) && !by.has(Trait.CHECKED) ? thrown(call) : "";
    if (thrown.isEmpty()
        || facts.throwing().stream().anyMatch(row -> names(row.thrown(), thrown))) {
      return;
    }
    frame.raise(
        new Escape(
            engine.exceptions().inUse(thrown),
            here,
            Source.POSSIBLE,
            call.label(),
            Cause.REQUEST,
            false,
            false,
            FailureMode.MALFORMED_INPUT,
            Map.of(),
            null),
        new Via(here, null, null));
  }

  /**
   * The order whose properties are looked at one by one, as in {@code
   * pageable.getSort().stream().map(Order::getProperty).allMatch(KNOWN::contains)}; null if that is
   * not what a question is about.
   */
  static @Nullable Expr ordered(Expr.Call question, Body body) {
    @Nullable Expr of = question.receiver();
    while (of instanceof Expr.Call call && !isOrder(of, body)) {
      of = call.receiver();
    }
    if (of == null || !isOrder(of, body)) {
      return null;
    }
    return of instanceof Expr.Call sort && sort.name().equals("getSort") ? sort.receiver() : of;
  }

  private static boolean isOrder(Expr of, Body body) {
    return ORDERS.contains(body.typeOf(of).erasure());
  }

  private static boolean names(@Nullable List<String> thrown, String type) {
    return thrown != null && thrown.contains(type);
  }

  private static Dependence order(LibraryCall call) {
    Dependence by = Dependence.NONE;
    for (int i = 0; i < call.argumentTypes().size(); i++) {
      boolean order = ORDERS.contains(call.argumentTypes().get(i).erasure());
      by = order ? by.and(call.argument(i).data()) : by;
    }
    return by;
  }

  /** Empty if the call asks no entity, or in the database's own language. */
  private String thrown(LibraryCall call) {
    MethodSymbol method = call.method();
    @Nullable TypeSymbol repository = engine.program().type(call.owner());
    Optional<TypeSymbol> entity =
        repository == null ? Optional.empty() : engine.rows().entity(repository);
    boolean known =
        method != null
            && method.isAbstract()
            && entity.stream()
                .flatMap(of -> of.annotations().stream())
                .anyMatch(annotation -> ENTITIES.contains(annotation.type()));
    if (method == null || !known) {
      return "";
    }
    for (AnnotationSymbol annotation : method.annotations()) {
      if (annotation.type().equals(QUERY)) {
        return Boolean.TRUE.equals(annotation.value("nativeQuery"))
            ? ""
            : "org.springframework.dao.InvalidDataAccessApiUsageException";
      }
    }
    return "org.springframework.data.mapping.PropertyReferenceException";
  }
}
