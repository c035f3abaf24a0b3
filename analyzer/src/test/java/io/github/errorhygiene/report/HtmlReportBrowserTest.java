package io.github.errorhygiene.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The HTML report in a real browser. Needs Chromium or Chrome on the path, else it is skipped, and
 * is not part of the usual run: {@code mvn test -pl analyzer -Pbrowser}.
 *
 * <p>Some tests drive the page by a script of their own, which they add to the page together with
 * its hash; the rest of the page and of its content security policy stays as it is.
 */
@Tag("browser")
class HtmlReportBrowserTest {
  private static final Report SHOP = SampleReports.shop();
  private static final Optional<Path> BROWSER =
      Stream.of(System.getenv("PATH").split(File.pathSeparator))
          .flatMap(
              directory ->
                  Stream.of("chromium", "chromium-browser", "google-chrome")
                      .map(name -> Path.of(directory, name)))
          .filter(Files::isExecutable)
          .findFirst();

  @TempDir private Path directory;

  @Test
  void runsItsScriptWithoutComplaint() throws Exception {
    Document page = render(html(SHOP), "");

    assertThat(page.getElementById("filters").hasAttr("hidden")).isFalse();
    assertThat(page.select(".stepper")).isNotEmpty();
    assertThat(console()).isEmpty();
  }

  @Test
  void letsNoOtherScriptRun() throws Exception {
    String planted = "<script>document.title = 'planted'</script></body>";

    Document page = render(html(SHOP).replace("</body>", planted), "");

    assertThat(page.title()).isNotEqualTo("planted");
    assertThat(console()).anyMatch(line -> line.contains("Content Security Policy"));
  }

  @Test
  void staysTextWhateverTheNames() throws Exception {
    Document page = render(html(SampleReports.hostile()), "");

    assertThat(page.select("main b").eachText()).doesNotContain("\"quoted\"");
    assertThat(console()).isEmpty();
  }

  @Test
  void searchesFindingsAndEndpoints() throws Exception {
    Document page = drive("type('filter-text', 'StockTimeout POST')");

    assertThat(page.select(".finding:not([hidden]) h4").eachText())
        .hasSize(1)
        .allMatch(message -> message.startsWith("StockTimeout"));
    assertThat(page.select(".endpoint:not([hidden]) h3").eachText())
        .containsExactly("POST /orders");
    assertThat(page.select(".overview tbody tr:not([hidden])")).hasSize(1);
    assertThat(page.select(".rule-group:not([hidden])")).hasSize(1);
    assertThat(page.getElementById("filter-count").text())
        .isEqualTo("Showing 1 of 8 findings and 1 of 7 endpoints.");
  }

  @Test
  void filtersByRuleSeverityAndVerdict() throws Exception {
    Document page =
        drive(
            "type('filter-rule', 'uncaught-exception'); type('filter-severity', 'warning');"
                + " type('filter-verdict', 'wrong')");

    assertThat(page.select(".finding:not([hidden])").eachAttr("id"))
        .containsExactly("2d2f0c5b7a6948e3b0c1d2e3f4051627");
    assertThat(page.select(".endpoint:not([hidden])").eachAttr("data-verdict"))
        .isNotEmpty()
        .allMatch(verdicts -> verdicts.contains("wrong"));
    assertThat(page.select(".failures tr[data-verdict]:not([hidden])").eachAttr("data-verdict"))
        .containsOnly("wrong");
  }

  @Test
  void unfoldsWhatALinkLeadsTo() throws Exception {
    Document page = render(html(SHOP), "#endpoint-post-orders");

    assertThat(page.select("#endpoint-post-orders > details").hasAttr("open")).isTrue();
    assertThat(page.select("#endpoint-get-orders > details").hasAttr("open")).isFalse();
  }

  @Test
  void walksAlongATraceWithKeys() throws Exception {
    Document page =
        drive(
            "const steps = document.querySelectorAll('.trace:has(li + li) li');"
                + " steps[0].focus(); press('ArrowDown');"
                + " document.activeElement.id = 'reached'");

    assertThat(page.getElementById("reached").elementSiblingIndex()).isEqualTo(1);
  }

  @Test
  void fitsANarrowScreen() throws Exception {
    String steps =
        "document.querySelectorAll('details').forEach((details) => { details.open = true; });"
            + " const root = document.documentElement;"
            + " document.body.dataset.tooWide = root.scrollWidth - root.clientWidth";

    Document page = drive(steps, 500);

    assertThat(page.body().attr("data-too-wide")).isEqualTo("0");
  }

  private Document drive(String steps) throws Exception {
    return drive(steps, 1400);
  }

  private Document drive(String steps, int width) throws Exception {
    String script =
        """
        const type = (id, value) => {
          const field = document.getElementById(id);
          field.value = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        };
        const press = (key) => document.activeElement.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true }));
        """
            + steps;
    String hash = "script-src 'sha256-" + sha256(script) + "' ";
    String page =
        html(SHOP)
            .replace("script-src ", hash)
            .replace("</body>", "<script>" + script + "</script></body>");
    return render(page, "", "--window-size=" + width + ",2000");
  }

  private Document render(String html, String fragment, String... options) throws Exception {
    Path browser = BROWSER.orElse(null);
    assumeTrue(browser != null, "no Chromium on the path");
    Path page = Files.writeString(directory.resolve("report.html"), html);
    List<String> command = new ArrayList<>(List.of(String.valueOf(browser)));
    command.addAll(
        List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"));
    command.addAll(
        List.of("--disable-background-networking", "--disable-component-update", "--disable-sync"));
    command.add("--user-data-dir=" + directory.resolve("profile"));
    command.addAll(List.of("--enable-logging=stderr", "--virtual-time-budget=2000"));
    command.addAll(List.of(options));
    command.addAll(List.of("--dump-dom", page.toUri() + fragment));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(directory.resolve("dom").toFile())
            .redirectError(directory.resolve("log").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the browser ends").isTrue();
    return Jsoup.parse(Files.readString(directory.resolve("dom")));
  }

  private List<String> console() throws Exception {
    return Files.readString(directory.resolve("log"))
        .lines()
        .filter(line -> line.contains("CONSOLE"))
        .toList();
  }

  private static String html(Report report) throws Exception {
    StringBuilder out = new StringBuilder();
    HtmlReport.write(report, new SourceDirectory(report.root()), out);
    return out.toString();
  }

  private static String sha256(String text) throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
