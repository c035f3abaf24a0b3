package io.github.errorhygiene.source;

import io.github.errorhygiene.cache.UnitCache;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.SharedTexts;
import io.github.errorhygiene.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Reads source files into units. */
public final class SourceReader {
  /**
   * Bytes. The parser and the lowering recurse as deep as the source nests; generated code nests
   * deeply.
   */
  private static final long STACK_SIZE = 64L << 20;

  private SourceReader() {}

  /** The same without a cache. */
  public static List<Unit> read(List<SourceFile> files, int threads, IntConsumer progress) {
    return read(files, threads, UnitCache.NONE, progress);
  }

  /**
   * Reads files in parallel; never throws for bad input: what cannot be read is a gap of the file's
   * unit.
   *
   * @param threads at least 1; does not change the result
   * @param cache of an earlier run; does not change the result
   * @param progress told the number of files done, after each, in the calling thread
   * @return one unit a file, in the order of the files
   * @throws CancellationException if the thread is interrupted
   */
  public static List<Unit> read(
      List<SourceFile> files, int threads, UnitCache cache, IntConsumer progress) {
    ThreadLocal<SourceParser> parser = ThreadLocal.withInitial(SourceParser::new);
    SharedTexts texts = new SharedTexts();
    ExecutorService workers = Executors.newFixedThreadPool(threads, SourceReader::worker);
    try {
      List<Future<Unit>> futures = new ArrayList<>(files.size());
      for (SourceFile file : files) {
        futures.add(workers.submit(() -> read(file, parser::get, texts, cache)));
      }
      return await(futures, progress);
    } finally {
      workers.shutdownNow();
    }
  }

  /**
   * Lowers one file's text in the calling thread.
   *
   * @param path relative to the analysed root, with {@code /}
   */
  public static Unit lower(String path, String text) {
    return new SourceParser().lower(path, text, new SharedTexts());
  }

  /** Lowers one file's content in the calling thread. */
  public static Unit lower(SourceFile file, byte[] content) {
    return lower(file, content, new SourceParser(), new SharedTexts());
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(null, work, "source-reader", STACK_SIZE);
    thread.setDaemon(true);
    return thread;
  }

  private static List<Unit> await(List<Future<Unit>> futures, IntConsumer progress) {
    List<Unit> units = new ArrayList<>(futures.size());
    try {
      for (Future<Unit> future : futures) {
        units.add(future.get());
        progress.accept(units.size());
      }
      return List.copyOf(units);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("reading the sources was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading the sources failed", e.getCause());
    }
  }

  private static Unit read(
      SourceFile file, Supplier<SourceParser> parser, SharedTexts texts, UnitCache cache) {
    try {
      byte[] content = Files.readAllBytes(file.location());
      Unit known = cache.find(file.path(), content);
      if (known != null) {
        return known;
      }
      Unit unit = lower(file, content, parser.get(), texts);
      cache.keep(unit, content);
      return unit;
    } catch (IOException e) {
      Gap gap = inputGap(file, "cannot be read; check its permissions");
      return new Unit(file.path(), "", List.of(), List.of(), List.of(gap), 0);
    }
  }

  private static Unit lower(
      SourceFile file, byte[] content, SourceParser parser, SharedTexts texts) {
    SourceText source = SourceText.decode(content);
    Unit unit = parser.lower(file.path(), source.text(), texts);
    return source.foreign().isEmpty() ? unit : withGap(unit, notUtf8(file, source.foreign()));
  }

  private static Unit withGap(Unit unit, Gap gap) {
    List<Gap> gaps = new ArrayList<>(unit.gaps());
    gaps.add(0, gap);
    return new Unit(
        unit.path(),
        unit.packageName(),
        unit.imports(),
        unit.types(),
        gaps,
        unit.lines(),
        unit.suppressions());
  }

  private static Gap notUtf8(SourceFile file, String assumed) {
    return inputGap(file, "is not UTF-8 and was read as " + assumed + "; convert it to UTF-8");
  }

  private static Gap inputGap(SourceFile file, String message) {
    return new Gap(Gap.Kind.INPUT, file.path(), Position.NONE, message);
  }
}
