package io.github.errorhygiene.routed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Contract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServersTest {
  private static final String SHOP =
      """
      package shop;
      import io.helidon.webserver.*;
      class Shop {
        public static void main(String[] args) {
          WebServer.builder().routing(routing -> routing
              .get("/orders", (req, res) -> { throw new IllegalStateException(); })
              .error(IllegalStateException.class, (req, res, e) -> res.status(409).send("no"))
              .register("/common", new common.Common()));
        }
      }
      """;

  private static final String DEPOT =
      """
      package depot;
      import io.helidon.webserver.*;
      class Depot {
        public static void main(String[] args) {
          WebServer.builder().routing(routing -> routing
              .get("/parcels", (req, res) -> { throw new IllegalStateException(); })
              .register("/common", new common.Common()));
        }
      }
      """;

  private static final String COMMON =
      """
      package common;
      import io.helidon.webserver.http.*;
      public class Common implements HttpService {
        public void routing(HttpRules rules) {
          rules.get("/health", (req, res) -> { throw new IllegalStateException(); });
        }
      }
      """;

  @Test
  void aModuleThatIsStartedAndRegistersRoutesIsAnApplicationWithHandlersOfItsOwn() {
    assertThat(
            rows(
                Map.of(
                    "shop/src/main/java/shop/Shop.java", SHOP,
                    "depot/src/main/java/depot/Depot.java", DEPOT)))
        .containsExactlyInAnyOrder("shop: GET /orders 409", "depot: GET /parcels 500");
  }

  @Test
  void whatTwoApplicationsShareIsOfBoth() {
    assertThat(
            rows(
                Map.of(
                    "shop/src/main/java/shop/Shop.java", SHOP,
                    "depot/src/main/java/depot/Depot.java", DEPOT,
                    "common/src/main/java/common/Common.java", COMMON)))
        .contains("shop: GET /common/health 409", "depot: GET /common/health 500");
  }

  @Test
  void modulesThatNobodyStartsAreOneApplication() {
    assertThat(
            rows(
                Map.of(
                    "shop/src/main/java/shop/Shop.java",
                    SHOP,
                    "depot/src/main/java/depot/Depot.java",
                    DEPOT.replace("main", "start"))))
        .containsExactlyInAnyOrder(": GET /orders 409", ": GET /parcels 500");
  }

  private static List<String> rows(Map<String, String> sources) {
    return Applications.of("helidon", sources).contracts().stream()
        .flatMap(
            contract ->
                contract.failures().stream()
                    .map(row -> label(contract) + " " + row.answer().status()))
        .toList();
  }

  private static String label(Contract contract) {
    return contract.endpoint().server() + ": " + contract.endpoint().label();
  }
}
