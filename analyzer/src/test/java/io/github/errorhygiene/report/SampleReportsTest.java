package io.github.errorhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Place;
import org.junit.jupiter.api.Test;

class SampleReportsTest {
  @Test
  void theShopHasSixEndpointsAndTwentyFiveRows() {
    Application shop = SampleReports.shop().application();
    long rows = shop.contracts().stream().mapToLong(contract -> contract.failures().size()).sum();
    assertThat(shop.contracts()).hasSize(6);
    assertThat(rows + shop.failures().size()).isEqualTo(25);
    assertThat(SampleReports.shop().findings()).hasSize(8);
  }

  @Test
  void placesAreFoundByTheirText() {
    Place place = SampleSources.at("order/OrderController.java", "get(");
    assertThat(place)
        .isEqualTo(new Place("src/main/java/com/acme/shop/order/OrderController.java", 24, 16));
  }
}
