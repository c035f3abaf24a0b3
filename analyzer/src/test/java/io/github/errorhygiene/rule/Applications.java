package io.github.errorhygiene.rule;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Boundary.Kind;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.IncidentBuilder;
import io.github.errorhygiene.contract.Place;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Small applications for the rules' tests. */
final class Applications {
  static final Place HANDLER = new Place("Orders.java", 10, 5);
  static final Place ORIGIN = new Place("Store.java", 20, 7);
  static final Boundary CATCH_ALL =
      new Boundary(
          Kind.HANDLER,
          "Errors#any(Exception)",
          new Place("Errors.java", 5, 3),
          "java.lang.Exception");

  private Applications() {}

  /** One endpoint, {@code GET /orders/{id}}. */
  static Application with(FailureBuilder... failures) {
    return application(contract("GET", "/orders/{id}", failures));
  }

  static Application application(Contract... contracts) {
    return new Application("Spring MVC", List.of(contracts), List.of());
  }

  /** One endpoint, {@code GET /orders/{id}}, on whose way that happens. */
  static Application where(IncidentBuilder... incidents) {
    Contract plain = contract("GET", "/orders/{id}");
    return application(happening(plain, incidents));
  }

  /** The same, and that happens on its way. */
  static Contract happening(Contract contract, IncidentBuilder... incidents) {
    return new Contract(
        contract.endpoint(),
        contract.failures(),
        contract.unexpected(),
        Stream.of(incidents).map(IncidentBuilder::build).toList());
  }

  /** The same with a row of every request. */
  static Application and(Application application, FailureBuilder... failures) {
    return new Application(application.framework(), application.contracts(), build(failures));
  }

  static Contract contract(String method, String path, FailureBuilder... failures) {
    Endpoint endpoint =
        new Endpoint(method, path, "com.acme.Orders#" + method + path, HANDLER, new TreeSet<>());
    return new Contract(endpoint, build(failures));
  }

  static Boundary handler(String name, String catches) {
    return new Boundary(Kind.HANDLER, name, new Place("Errors.java", 30, 3), catches);
  }

  static Boundary framework(String catches) {
    return new Boundary(Kind.FRAMEWORK, "DefaultHandlerExceptionResolver", null, catches);
  }

  private static List<Failure> build(FailureBuilder... failures) {
    return Stream.of(failures).map(FailureBuilder::build).toList();
  }
}
