package io.github.errorhygiene.report;

import static io.github.errorhygiene.report.SampleContracts.CANCEL;
import static io.github.errorhygiene.report.SampleContracts.GET;
import static io.github.errorhygiene.report.SampleContracts.LIST;
import static io.github.errorhygiene.report.SampleContracts.ORDERS;
import static io.github.errorhygiene.report.SampleContracts.ORDER_ERRORS;
import static io.github.errorhygiene.report.SampleContracts.ORDER_SERVICE;
import static io.github.errorhygiene.report.SampleContracts.PAY;
import static io.github.errorhygiene.report.SampleContracts.PAYMENTS;
import static io.github.errorhygiene.report.SampleContracts.PAYMENT_ERRORS;
import static io.github.errorhygiene.report.SampleContracts.PAYMENT_SERVICE;
import static io.github.errorhygiene.report.SampleContracts.PLACE;
import static io.github.errorhygiene.report.SampleContracts.RECEIPT;
import static io.github.errorhygiene.report.SampleContracts.STOCK;
import static io.github.errorhygiene.report.SampleSources.at;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/** The sample shop's findings. */
final class SampleFindings {
  private static final String DEFAULT_BODY =
      "\n\n{\"error\": …, \"path\": …, \"status\": …, \"timestamp\": …}";

  private SampleFindings() {}

  static List<Finding> all() {
    return List.of(
        unreadablePage(),
        outOfStock(),
        stockTimeout(),
        duplicate(),
        upstream(),
        receipt(),
        stolen(),
        requestId());
  }

  private static Finding unreadablePage() {
    return new Finding(
        "uncaught-exception",
        Severity.ERROR,
        "NumberFormatException leaves GET /orders uncaught: the client sees 500 where 400 fits",
        LIST.place(),
        "java.lang.NumberFormatException",
        List.of(LIST),
        at(ORDERS, "Integer.parseInt"),
        500,
        400,
        "HTTP/1.1 500 Internal Server Error" + DEFAULT_BODY,
        "HTTP/1.1 400 Bad Request",
        trace("java.lang.NumberFormatException"),
        "1d2f0c5b7a6948e3b0c1d2e3f4051627");
  }

  private static Finding outOfStock() {
    return new Finding(
        "uncaught-exception",
        Severity.WARNING,
        "OutOfStock leaves POST /orders uncaught: the client sees 500",
        PLACE.place(),
        "com.acme.shop.order.OutOfStock",
        List.of(PLACE),
        at(ORDER_SERVICE, "new OutOfStock"),
        500,
        0,
        "HTTP/1.1 500 Internal Server Error" + DEFAULT_BODY,
        "",
        trace("com.acme.shop.order.OutOfStock"),
        "2d2f0c5b7a6948e3b0c1d2e3f4051627");
  }

  private static Finding stockTimeout() {
    return new Finding(
        "uncaught-exception",
        Severity.ERROR,
        "StockTimeout leaves POST /orders uncaught: the client sees 500 where 504 fits",
        PLACE.place(),
        "com.acme.shop.order.StockTimeout",
        List.of(PLACE),
        at(STOCK, "new StockTimeout"),
        500,
        504,
        "HTTP/1.1 500 Internal Server Error",
        "HTTP/1.1 504 Gateway Timeout",
        trace("com.acme.shop.order.StockTimeout"),
        "3d2f0c5b7a6948e3b0c1d2e3f4051627");
  }

  private static Finding duplicate() {
    return new Finding(
        "wrong-status",
        Severity.ERROR,
        "OrderErrors#duplicate(DuplicateKeyException) answers 500 for DuplicateKeyException where 409 fits",
        at(ORDER_ERRORS, "duplicate("),
        "org.springframework.dao.DuplicateKeyException",
        List.of(PLACE),
        at(ORDER_SERVICE, "repository.insert"),
        500,
        409,
        "HTTP/1.1 500 Internal Server Error\n\n{\"code\": …, \"message\": …, \"request_id\": …}",
        "HTTP/1.1 409 Conflict\n\n{\"code\": …, \"message\": …, \"request_id\": …}",
        trace("org.springframework.dao.DuplicateKeyException"),
        "4d2f0c5b7a6948e3b0c1d2e3f4051627");
  }

  private static Finding upstream() {
    return new Finding(
        "wrong-status",
        Severity.ERROR,
        "catch in PaymentController#pay(long, Card) answers 500 for HttpServerErrorException where 502 fits",
        at(PAYMENTS, "catch (HttpServerErrorException"),
        "org.springframework.web.client.HttpServerErrorException",
        List.of(PAY),
        at(PAYMENT_SERVICE, "gateway.post"),
        500,
        502,
        "HTTP/1.1 500 Internal Server Error",
        "HTTP/1.1 502 Bad Gateway",
        trace("org.springframework.web.client.HttpServerErrorException"),
        "5d2f0c5b7a6948e3b0c1d2e3f4051627");
  }

  private static Finding receipt() {
    return new Finding(
        "wrong-status",
        Severity.ERROR,
        "PaymentErrors#any(Exception) answers 500 for ReceiptNotFound where 404 fits",
        at(PAYMENT_ERRORS, "any("),
        "com.acme.shop.payment.ReceiptNotFound",
        List.of(RECEIPT),
        at(PAYMENT_SERVICE, "new ReceiptNotFound"),
        500,
        404,
        "HTTP/1.1 500 Internal Server Error\n\n{\"error\": …, \"request_id\": …}",
        "HTTP/1.1 404 Not Found\n\n{\"error\": …, \"request_id\": …}",
        trace("com.acme.shop.payment.ReceiptNotFound"),
        "6d2f0c5b7a6948e3b0c1d2e3f4051627");
  }

  private static Finding stolen() {
    return new Finding(
        "stolen-status",
        Severity.ERROR,
        "PaymentErrors#any(Exception) catches Exception and answers 500 for malformed body (400), missing parameter (400),"
            + " parameter of the wrong type (400), unsupported content type (415)",
        at(PAYMENT_ERRORS, "any("),
        "",
        List.of(PAY, RECEIPT),
        null,
        500,
        400,
        "HTTP/1.1 500 Internal Server Error\n\n{\"error\": …, \"request_id\": …}",
        "HTTP/1.1 400 Bad Request\n\n{\"error\": …, \"request_id\": …}",
        List.of(
            new Step(
                at(PAYMENT_ERRORS, "any("), "is answered 500 by PaymentErrors#any(Exception)")),
        "7d2f0c5b7a6948e3b0c1d2e3f4051627");
  }

  private static Finding requestId() {
    return new Finding(
        "missing-request-id",
        Severity.WARNING,
        "OrderErrors#missing(OrderMissing) answers 404 without a request id",
        at(ORDER_ERRORS, "missing("),
        "",
        List.of(GET, CANCEL),
        null,
        404,
        0,
        "HTTP/1.1 404 Not Found\n\n{\"code\": …, \"message\": …}",
        "HTTP/1.1 404 Not Found\n\n{\"code\": …, \"message\": …, \"request_id\": …}",
        trace("com.acme.shop.order.OrderMissing"),
        "8d2f0c5b7a6948e3b0c1d2e3f4051627");
  }

  private static List<Step> trace(String exception) {
    Application application = SampleContracts.application();
    Stream<Failure> rows =
        application.contracts().stream().flatMap(contract -> contract.failures().stream());
    return rows.filter(row -> row.exception().equals(exception)).findFirst().orElseThrow().trace();
  }
}
