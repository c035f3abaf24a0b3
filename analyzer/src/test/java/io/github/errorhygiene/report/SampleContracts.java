package io.github.errorhygiene.report;

import static io.github.errorhygiene.contract.FailureBuilder.failure;
import static io.github.errorhygiene.contract.FailureBuilder.raisedByFramework;
import static io.github.errorhygiene.contract.IncidentBuilder.incident;
import static io.github.errorhygiene.report.SampleSources.at;
import static io.github.errorhygiene.report.SampleSources.step;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Boundary;
import io.github.errorhygiene.contract.Boundary.Kind;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.Failure.Verdict;
import io.github.errorhygiene.contract.FailureBuilder;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.contract.Incident;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import java.util.TreeSet;

/** The sample shop's endpoints and rows. */
final class SampleContracts {
  static final String ORDERS = "order/OrderController.java";
  static final String ORDER_SERVICE = "order/OrderService.java";
  static final String ORDER_ERRORS = "order/OrderErrors.java";
  static final String STOCK = "order/StockClient.java";
  static final String PAYMENTS = "payment/PaymentController.java";
  static final String PAYMENT_SERVICE = "payment/PaymentService.java";
  static final String PAYMENT_ERRORS = "payment/PaymentErrors.java";

  static final Endpoint LIST =
      endpoint("GET", "/orders", ORDERS, "order.OrderController#list(String)", 200);
  static final Endpoint GET =
      endpoint("GET", "/orders/{id}", ORDERS, "order.OrderController#get(long)", 200);
  static final Endpoint PLACE =
      endpoint("POST", "/orders", ORDERS, "order.OrderController#place(NewOrder)", 201);
  static final Endpoint CANCEL =
      endpoint("DELETE", "/orders/{id}", ORDERS, "order.OrderController#cancel(long)", 204);
  static final Endpoint PAY =
      endpoint(
          "POST",
          "/orders/{id}/payment",
          PAYMENTS,
          "payment.PaymentController#pay(long, Card)",
          200);
  static final Endpoint RECEIPT =
      endpoint(
          "GET",
          "/payments/{id}/receipt",
          PAYMENTS,
          "payment.PaymentController#receipt(long, String)",
          200);

  private static final String JSON = "application/json";
  private static final Boundary MISSING =
      handler(
          "OrderErrors#missing(OrderMissing)",
          ORDER_ERRORS,
          "missing(",
          "com.acme.shop.order.OrderMissing");
  private static final Boundary INVALID =
      handler(
          "OrderErrors#invalid(MethodArgumentNotValidException)",
          ORDER_ERRORS,
          "invalid(",
          "org.springframework.web.bind.MethodArgumentNotValidException");
  private static final Boundary DUPLICATE =
      handler(
          "OrderErrors#duplicate(DuplicateKeyException)",
          ORDER_ERRORS,
          "duplicate(",
          "org.springframework.dao.DuplicateKeyException");
  private static final Boundary ANY =
      handler("PaymentErrors#any(Exception)", PAYMENT_ERRORS, "any(", "java.lang.Exception");

  private SampleContracts() {}

  static Application application() {
    return new Application(
        "Spring MVC",
        List.of(
            new Contract(LIST, list(), List.of(), onTheWay()),
            new Contract(GET, get()),
            new Contract(PLACE, place()),
            new Contract(CANCEL, cancel()),
            new Contract(PAY, pay()),
            new Contract(RECEIPT, receipt())),
        List.of(
            byFramework(
                "org.springframework.web.servlet.resource.NoResourceFoundException",
                "unknown path",
                FailureMode.MISSING),
            byFramework(
                "org.springframework.web.HttpRequestMethodNotSupportedException",
                "wrong method",
                FailureMode.METHOD_NOT_ALLOWED)));
  }

  private static List<Failure> list() {
    return List.of(
        failure("java.lang.NumberFormatException")
            .mode(FailureMode.MALFORMED_INPUT)
            .origin(at(ORDERS, "Integer.parseInt"))
            .dependsOn(Cause.REQUEST)
            .answer(JSON, Certainty.NO, "timestamp", "status", "error", "path")
            .trace(
                step(ORDERS, "list(", "GET /orders is handled by OrderController#list(String)"),
                step(
                    ORDERS,
                    "Integer.parseInt",
                    "Integer#parseInt(String) throws NumberFormatException if page is no number"))
            .build(),
        failure("org.springframework.dao.DataAccessResourceFailureException")
            .mode(FailureMode.UNAVAILABLE)
            .accepted(500)
            .origin(at(ORDER_SERVICE, "repository.findPage"))
            .dependsOn(Cause.STATE)
            .trace(
                step(ORDERS, "list(", "GET /orders is handled by OrderController#list(String)"),
                step(ORDERS, "orders.page", "calls OrderService#page(int)"),
                step(
                    ORDER_SERVICE,
                    "repository.findPage",
                    "OrderRepository#findPage(int) throws DataAccessResourceFailureException"))
            .unsure()
            .build());
  }

  /** One of each kind. */
  private static List<Incident> onTheWay() {
    return List.of(
        incident(Incident.Kind.SWALLOWED, at(ORDER_SERVICE, "repository.findPage"))
            .of(
                "org.springframework.dao.DataAccessResourceFailureException",
                FailureMode.UNAVAILABLE)
            .attempted("OrderRepository.findPage")
            .build(),
        incident(Incident.Kind.CAUSE_LOST, at(ORDER_SERVICE, "repository.findPage"))
            .of("java.sql.SQLException", FailureMode.UNEXPECTED)
            .detail("org.springframework.dao.DataAccessResourceFailureException")
            .build());
  }

  private static List<Failure> get() {
    return List.of(
        orderMissing(
            "find(long)",
            step(ORDERS, "get(", "GET /orders/{id} is handled by OrderController#get(long)"),
            "find(id)"),
        typeMismatch(),
        failure("java.lang.IllegalStateException")
            .mode(FailureMode.UNEXPECTED)
            .origin(at(ORDER_SERVICE, "new IllegalStateException"))
            .dependsOn(Cause.STATE)
            .answer(JSON, Certainty.NO, "timestamp", "status", "error", "path")
            .trace(
                step(ORDERS, "get(", "GET /orders/{id} is handled by OrderController#get(long)"),
                step(ORDERS, "orders.find", "calls OrderService#find(long)"),
                step(ORDER_SERVICE, "new IllegalStateException", "throws IllegalStateException"))
            .build());
  }

  private static List<Failure> place() {
    return List.of(
        byFramework(
            "org.springframework.http.converter.HttpMessageNotReadableException",
            "malformed body",
            FailureMode.MALFORMED_INPUT),
        raisedByFramework(INVALID.catches(), "failed validation", FailureMode.INVALID_INPUT)
            .declaredStatus(400)
            .accepted(400)
            .boundary(INVALID, 422)
            .answer(JSON, Certainty.YES, "code", "request_id")
            .trace(step(ORDER_ERRORS, "invalid(", "is answered 422 by OrderErrors#invalid"))
            .build(),
        byFramework(
            "org.springframework.web.HttpMediaTypeNotSupportedException",
            "unsupported content type",
            FailureMode.UNSUPPORTED_MEDIA_TYPE),
        failure("com.acme.shop.order.OutOfStock")
            .origin(at(ORDER_SERVICE, "new OutOfStock"))
            .dependsOn(Cause.UPSTREAM)
            .answer(JSON, Certainty.NO, "timestamp", "status", "error", "path")
            .trace(
                step(
                    ORDERS, "place(", "POST /orders is handled by OrderController#place(NewOrder)"),
                step(ORDERS, "orders.place", "calls OrderService#place(NewOrder)"),
                step(ORDER_SERVICE, "new OutOfStock", "throws OutOfStock"))
            .build(),
        failure(DUPLICATE.catches())
            .mode(FailureMode.CONFLICT)
            .accepted(412)
            .origin(at(ORDER_SERVICE, "repository.insert"))
            .dependsOn(Cause.REQUEST)
            .boundary(DUPLICATE, 500)
            .answer(JSON, Certainty.YES, "code", "message", "request_id")
            .inside(Certainty.NO, "message")
            .trace(
                step(
                    ORDERS, "place(", "POST /orders is handled by OrderController#place(NewOrder)"),
                step(ORDERS, "orders.place", "calls OrderService#place(NewOrder)"),
                step(
                    ORDER_SERVICE,
                    "repository.insert",
                    "OrderRepository#insert(NewOrder) throws DuplicateKeyException"),
                step(ORDER_ERRORS, "duplicate(", "is answered 500 by OrderErrors#duplicate"))
            .build(),
        failure("com.acme.shop.order.StockTimeout")
            .mode(FailureMode.UPSTREAM_TIMEOUT)
            .origin(at(STOCK, "new StockTimeout"))
            .dependsOn(Cause.UPSTREAM)
            .trace(
                step(
                    ORDERS, "place(", "POST /orders is handled by OrderController#place(NewOrder)"),
                step(ORDERS, "orders.place", "calls OrderService#place(NewOrder)"),
                step(ORDER_SERVICE, "stock.has", "calls StockClient#has(String)"),
                step(
                    STOCK,
                    "new StockTimeout",
                    "throws StockTimeout, wrapping SocketTimeoutException"))
            .build());
  }

  private static List<Failure> cancel() {
    return List.of(
        orderMissing(
            "cancel(long)",
            step(
                ORDERS,
                "cancel(",
                "DELETE /orders/{id} is handled by OrderController#cancel(long)"),
            "cancel(id)"),
        typeMismatch(),
        failure("com.acme.shop.order.OrderClosed")
            .mode(FailureMode.CONFLICT)
            .accepted(412)
            .declaredStatus(409)
            .origin(at(ORDER_SERVICE, "new OrderClosed"))
            .dependsOn(Cause.STATE)
            .boundary(
                new Boundary(
                    Kind.DECLARED_STATUS,
                    "@ResponseStatus on OrderClosed",
                    at("order/OrderClosed.java", "@ResponseStatus"),
                    "com.acme.shop.order.OrderClosed"),
                409)
            .trace(
                step(
                    ORDERS,
                    "cancel(",
                    "DELETE /orders/{id} is handled by OrderController#cancel(long)"),
                step(ORDERS, "orders.cancel", "calls OrderService#cancel(long)"),
                step(ORDER_SERVICE, "new OrderClosed", "throws OrderClosed"),
                step("order/OrderClosed.java", "@ResponseStatus", "declares 409"))
            .build());
  }

  private static List<Failure> pay() {
    Boundary inPay =
        new Boundary(
            Kind.CATCH,
            "catch in PaymentController#pay(long, Card)",
            at(PAYMENTS, "catch (HttpServerErrorException"),
            "org.springframework.web.client.HttpServerErrorException");
    return List.of(
        stolen(
            "org.springframework.http.converter.HttpMessageNotReadableException",
            "malformed body",
            FailureMode.MALFORMED_INPUT),
        stolen(
            "org.springframework.web.HttpMediaTypeNotSupportedException",
            "unsupported content type",
            FailureMode.UNSUPPORTED_MEDIA_TYPE),
        stolen(
            "org.springframework.web.method.annotation.MethodArgumentTypeMismatchException",
            "parameter of the wrong type",
            FailureMode.MALFORMED_INPUT),
        failure(inPay.catches())
            .mode(FailureMode.UPSTREAM_ERROR)
            .origin(at(PAYMENT_SERVICE, "gateway.post"))
            .dependsOn(Cause.UPSTREAM)
            .boundary(inPay, 500)
            .answer("text/plain", Certainty.NO)
            .inside(Certainty.NO)
            .trace(
                step(
                    PAYMENTS,
                    "pay(",
                    "POST /orders/{id}/payment is handled by PaymentController#pay(long, Card)"),
                step(PAYMENTS, "payments.charge", "calls PaymentService#charge(long, Card)"),
                step(
                    PAYMENT_SERVICE,
                    "gateway.post",
                    "Gateway#post(long, Card) throws HttpServerErrorException"),
                step(PAYMENTS, "catch (HttpServerErrorException", "is caught and answered 500"))
            .build(),
        failure("com.acme.shop.payment.PaymentDeclined")
            .origin(at(PAYMENT_SERVICE, "new PaymentDeclined"))
            .dependsOn(Cause.UPSTREAM)
            .boundary(ANY, 500)
            .answer(JSON, Certainty.YES, "error", "request_id")
            .inside(Certainty.NO, "message")
            .build(),
        failure("org.springframework.web.client.UnknownContentTypeException")
            .unknownToUs()
            .origin(at(PAYMENT_SERVICE, "gateway.post"))
            .boundary(ANY, 500)
            .unsure()
            .build());
  }

  private static List<Failure> receipt() {
    return List.of(
        failure("com.acme.shop.payment.ReceiptNotFound")
            .mode(FailureMode.MISSING)
            .accepted(410)
            .origin(at(PAYMENT_SERVICE, "new ReceiptNotFound"))
            .dependsOn(Cause.REQUEST)
            .boundary(ANY, 500)
            .answer(JSON, Certainty.YES, "error", "request_id")
            .inside(Certainty.NO, "message")
            .trace(
                step(
                    PAYMENTS,
                    "receipt(",
                    "GET /payments/{id}/receipt is handled by PaymentController#receipt(long, String)"),
                step(PAYMENTS, "payments.receipt", "calls PaymentService#receipt(long, String)"),
                step(PAYMENT_SERVICE, "new ReceiptNotFound", "throws ReceiptNotFound"),
                step(PAYMENT_ERRORS, "any(", "is answered 500 by PaymentErrors#any"))
            .build(),
        failure("java.io.UncheckedIOException")
            .mode(FailureMode.UNEXPECTED)
            .origin(at(PAYMENT_SERVICE, "new UncheckedIOException"))
            .dependsOn(Cause.STATE)
            .boundary(ANY, 500)
            .answer(JSON, Certainty.YES, "error", "request_id")
            .inside(Certainty.NO, "message")
            .build(),
        stolen(
            "org.springframework.web.bind.MissingServletRequestParameterException",
            "missing parameter",
            FailureMode.MALFORMED_INPUT));
  }

  private static Failure orderMissing(
      String method, io.github.errorhygiene.contract.Step start, String call) {
    return failure(MISSING.catches())
        .mode(FailureMode.MISSING)
        .accepted(410)
        .origin(at(ORDER_SERVICE, "new OrderMissing"))
        .dependsOn(Cause.REQUEST)
        .boundary(MISSING, 404)
        .answer(JSON, Certainty.NO, "code", "message")
        .inside(Certainty.NO)
        .trace(
            start,
            step(ORDERS, "orders." + call, "calls OrderService#" + method),
            step(ORDER_SERVICE, "new OrderMissing", "throws OrderMissing"),
            step(ORDER_ERRORS, "missing(", "is answered 404 by OrderErrors#missing"))
        .build();
  }

  private static Failure typeMismatch() {
    return byFramework(
        "org.springframework.web.method.annotation.MethodArgumentTypeMismatchException",
        "parameter of the wrong type",
        FailureMode.MALFORMED_INPUT);
  }

  private static Failure byFramework(String exception, String summary, FailureMode mode) {
    return raisedByFramework(exception, summary, mode)
        .boundary(
            new Boundary(Kind.FRAMEWORK, "DefaultHandlerExceptionResolver", null, exception),
            mode.status())
        .answer(JSON, Certainty.NO, "timestamp", "status", "error", "path")
        .build();
  }

  private static Failure stolen(String exception, String summary, FailureMode mode) {
    FailureBuilder row =
        raisedByFramework(exception, summary, mode).boundary(ANY, 500).verdict(Verdict.WRONG);
    return row.answer(JSON, Certainty.YES, "error", "request_id")
        .inside(Certainty.NO, "message")
        .build();
  }

  private static Boundary handler(String name, String file, String text, String catches) {
    return new Boundary(Kind.HANDLER, name, at(file, text), catches);
  }

  private static Endpoint endpoint(
      String method, String path, String file, String handler, int success) {
    String name = handler.substring(handler.indexOf('#') + 1, handler.indexOf('(') + 1);
    return new Endpoint(
        method, path, "com.acme.shop." + handler, at(file, name), new TreeSet<>(List.of(success)));
  }
}
