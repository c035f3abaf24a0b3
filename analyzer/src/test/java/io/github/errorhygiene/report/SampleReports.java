package io.github.errorhygiene.report;

import static io.github.errorhygiene.report.SampleSources.at;

import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Contract;
import io.github.errorhygiene.contract.Endpoint;
import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.contract.Step;
import io.github.errorhygiene.rule.Finding;
import io.github.errorhygiene.rule.Severity;
import io.github.errorhygiene.rule.Suppressed;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Suppression;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Hand-made reports for the writers' tests. */
public final class SampleReports {
  private SampleReports() {}

  /**
   * A small shop: 6 endpoints, 25 rows, 8 findings, 4 gaps. Its files exist under {@link
   * SampleSources#ROOT}.
   */
  public static Report shop() {
    return new Report(
        "shop", SampleSources.ROOT, health(), SampleContracts.application(), SampleFindings.all());
  }

  /** Everything was understood and nothing is wrong. */
  public static Report clean() {
    Report shop = shop();
    Health health = new Health(3, 0, 120, 40, 0, true, List.of());
    List<Contract> contracts =
        shop.application().contracts().stream()
            .limit(1)
            .map(SampleReports::withoutFailures)
            .toList();
    return new Report(
        "clean",
        shop.root(),
        health,
        new Application("Spring MVC", contracts, List.of()),
        List.of());
  }

  /** The shop, in whose sources its first two findings are suppressed, one with a reason. */
  public static Report suppressed() {
    Report shop = shop();
    List<Finding> all = shop.findings();
    return new Report(
        shop.name(),
        shop.root(),
        shop.health(),
        shop.application(),
        all.subList(2, all.size()),
        List.of(
            new Suppressed(all.get(0), suppression(Suppression.Kind.COMMENT, "<old> clients")),
            new Suppressed(all.get(1), suppression(Suppression.Kind.ANNOTATION, ""))));
  }

  private static Suppression suppression(Suppression.Kind kind, String reason) {
    Position position = new Position(3, 1);
    return new Suppression(kind, "src/Odd.java", List.of(), true, reason, position, 3, 4);
  }

  /** No endpoint, no file. */
  public static Report nothing() {
    Health health = new Health(0, 0, 0, 0, 0, false, List.of());
    return new Report(
        "nothing",
        SampleSources.ROOT,
        health,
        new Application("", List.of(), List.of()),
        List.of());
  }

  /** Names and texts that break out of carelessly written formats. */
  public static Report hostile() {
    String nasty =
        "</script><b>\"quoted\" & 'single' \\ \u2028 caf\u00e9 %20 #frag ?q \ud83d\ude00";
    Place place = new Place("src/odd name #1/caf\u00e9%/<A>.java", 1, 1);
    Endpoint endpoint =
        new Endpoint("GET", "/" + nasty, "com.acme.A#" + nasty, place, new TreeSet<>());
    Failure row =
        io.github.errorhygiene.contract.FailureBuilder.failure("com.acme." + nasty)
            .origin(place)
            .trace(new Step(place, nasty))
            .build();
    Finding finding =
        new Finding(
            "wrong-status",
            Severity.INFO,
            nasty,
            place,
            nasty,
            List.of(endpoint),
            place,
            500,
            404,
            nasty,
            nasty,
            List.of(new Step(place, nasty)),
            "0123456789abcdef0123456789abcdef");
    Gap gap = new Gap(Gap.Kind.INPUT, nasty, Position.NONE, nasty);
    Application application =
        new Application("Spring MVC", List.of(new Contract(endpoint, List.of(row))), List.of());
    Health health = new Health(1, 1, 1, 0, 0, false, List.of(gap));
    return new Report(nasty, Path.of("/tmp/odd root"), health, application, List.of(finding));
  }

  private static Contract withoutFailures(Contract contract) {
    return new Contract(contract.endpoint(), List.of());
  }

  private static Health health() {
    Place unresolved = at("payment/PaymentService.java", "gateway.post");
    return new Health(
        9,
        1,
        412,
        120,
        2,
        false,
        List.of(
            new Gap(
                Gap.Kind.CLASS_PATH,
                "lib/broken.jar",
                Position.NONE,
                "the jar is not a zip file; download it again"),
            new Gap(
                Gap.Kind.SYNTAX,
                "src/main/java/com/acme/shop/Half.java",
                new Position(7, 3),
                "the file ends inside a method body; the rest of it was left out"),
            new Gap(
                Gap.Kind.UNRESOLVED,
                unresolved.file(),
                new Position(unresolved.line(), unresolved.column()),
                "type Gateway is not on the class path; give one with --class-path"),
            new Gap(
                Gap.Kind.UNRESOLVED,
                "src/main/java/com/acme/shop/order/StockClient.java",
                new Position(10, 14),
                "type Http is not on the class path; give one with --class-path")));
  }
}
