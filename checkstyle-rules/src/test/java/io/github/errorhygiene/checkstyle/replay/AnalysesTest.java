package io.github.errorhygiene.checkstyle.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.analysis.Analysis;
import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.checkstyle.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysesTest {
  private static final String RULE = "uncaught-exception";

  @TempDir Path root;
  private Path orders;
  private final AtomicInteger runs = new AtomicInteger();
  private final Analyses analyses =
      new Analyses(
          (request, progress) -> {
            runs.incrementAndGet();
            return Analysis.run(request, progress);
          });

  @BeforeEach
  void makeService() throws IOException {
    orders = Service.uncaught(root);
  }

  private int findings() throws InputException {
    return new Replay(Settings.DEFAULT, analyses).findings(RULE, orders, Service.ORDERS).size();
  }

  @Test
  void oneAnalysisDoesForAllChecksAndFiles() throws InputException {
    Replay first = new Replay(Settings.DEFAULT, analyses);
    Replay second = new Replay(Settings.DEFAULT, analyses);
    Path missing = root.resolve("shop/OrderMissing.java");

    assertThat(first.findings(RULE, missing, Service.ORDER_MISSING)).isEmpty();
    assertThat(first.findings(RULE, orders, Service.ORDERS)).hasSize(1);
    assertThat(second.findings("wrong-status", orders, Service.ORDERS)).isEmpty();
    assertThat(runs).hasValue(1);
  }

  @Test
  void aNewRunSeesWhatChanged() throws IOException, InputException {
    assertThat(findings()).isEqualTo(1);

    Service.write(root, "shop/Errors.java", Service.CATCH_ALL);

    assertThat(findings()).isZero();
    assertThat(runs).hasValue(2);
  }

  @Test
  void aNewRunSeesANewPolicy() throws IOException, InputException {
    Path policy = Files.writeString(root.resolve("error-hygiene.yml"), "rules: {}");
    assertThat(findings()).isEqualTo(1);

    Files.writeString(policy, "rules: {uncaught-exception: off}");

    assertThat(findings()).isZero();
  }

  @Test
  void aRunTellsTheSameTillItsEndWhateverChanges() throws IOException, InputException {
    Replay replay = new Replay(Settings.DEFAULT, analyses);
    assertThat(replay.findings(RULE, orders, Service.ORDERS)).hasSize(1);

    Files.delete(root.resolve("shop/OrderMissing.java"));

    assertThat(replay.findings(RULE, orders, Service.ORDERS)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {IllegalStateException.class, NoClassDefFoundError.class, StackOverflowError.class})
  void aFaultIsLoggedOnceAndTellsNothing(Class<? extends Throwable> fault) throws InputException {
    Analyses faulty =
        new Analyses(
            (request, progress) -> {
              throw sneaky(fault);
            });
    try (Log log = new Log()) {
      Replay replay = new Replay(Settings.DEFAULT, faulty);

      assertThat(replay.findings(RULE, orders, Service.ORDERS)).isEmpty();
      assertThat(new Replay(Settings.DEFAULT, faulty).findings(RULE, orders, Service.ORDERS))
          .isEmpty();

      assertThat(log.records)
          .singleElement()
          .satisfies(
              record ->
                  assertThat(record.getMessage())
                      .contains(root.toString(), fault.getSimpleName(), "report it"));
    }
  }

  private static RuntimeException sneaky(Class<? extends Throwable> fault) {
    try {
      Throwable thrown = fault.getConstructor().newInstance();
      if (thrown instanceof Error error) {
        throw error;
      }
      return (RuntimeException) thrown;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** What is logged, instead of on standard error. */
  private static final class Log extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger(Analyses.class.getPackageName());
    private final List<LogRecord> records = new ArrayList<>();

    Log() {
      logger.setUseParentHandlers(false);
      logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
      records.add(entry);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
      logger.setUseParentHandlers(true);
    }
  }
}
