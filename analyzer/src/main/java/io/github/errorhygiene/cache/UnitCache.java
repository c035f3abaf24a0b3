package io.github.errorhygiene.cache;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.unit.SharedTexts;
import io.github.errorhygiene.unit.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Units of an earlier run. Safe for use by several threads.
 *
 * <p>An entry counts if the path and the content of its source file are the same and the same build
 * of this tool wrote it. A file that is damaged or not ours is ignored, and written anew. What this
 * run did not ask for is dropped, so the cache is never larger than what it is of.
 */
public final class UnitCache {
  /** A cache that knows nothing and keeps nothing. */
  public static final UnitCache NONE = new UnitCache(null, "", Map.of());

  /** With this the names of results begin, and no path of a file. */
  private static final String RESULT = "/";

  private final @Nullable Path file;
  private final String build;
  private final Map<String, CacheFile.Entry> old;
  private final SharedTexts texts = new SharedTexts();
  private final Map<String, CacheFile.Entry> kept = new ConcurrentHashMap<>();

  private UnitCache(@Nullable Path file, String build, Map<String, CacheFile.Entry> old) {
    this.file = file;
    this.build = build;
    this.old = old;
  }

  /**
   * The cache that a run left behind, empty if there is none that can be used.
   *
   * @param file where it is; need not exist
   * @param build tells this build of the tool from all others: what is lowered to what may change
   */
  public static UnitCache open(Path file, String build) {
    return new UnitCache(file, build, CacheFile.read(file, build));
  }

  /** Whether units are kept at all. */
  public boolean keeps() {
    return file != null;
  }

  /**
   * The unit of a file as it was lowered before; null if it was not.
   *
   * @param content of the file, all its bytes
   */
  public @Nullable Unit find(String path, byte[] content) {
    CacheFile.Entry entry = old.get(path);
    if (entry == null || !Arrays.equals(entry.hash(), CheckSum.of(content))) {
      return null;
    }
    try {
      Unit unit = DeclarationReader.unit(path, entry.file(), entry.start(), entry.length(), texts);
      kept.put(path, entry);
      return unit;
    } catch (RuntimeException | StackOverflowError e) {
      return null; // whole, but not what this build writes
    }
  }

  /** The files that the earlier run read. */
  public Set<String> paths() {
    Set<String> paths = new TreeSet<>(old.keySet());
    paths.removeIf(path -> path.startsWith(RESULT));
    return paths;
  }

  /** Whether a file says what it said in the earlier run. */
  public boolean isSame(String path, byte[] content) {
    CacheFile.Entry entry = old.get(path);
    return entry != null && Arrays.equals(entry.hash(), CheckSum.of(content));
  }

  /** The unit of a file as it was in the earlier run; null if there was none. */
  public @Nullable Unit earlier(String path) {
    CacheFile.Entry entry = old.get(path);
    try {
      return entry == null
          ? null
          : DeclarationReader.unit(path, entry.file(), entry.start(), entry.length(), texts);
    } catch (RuntimeException | StackOverflowError e) {
      return null;
    }
  }

  /**
   * What the earlier run came to; null if that is not known.
   *
   * @param given what the result depends on beside the sources: must be the same as then
   * @param now what has become of each record in it, itself mostly
   */
  public <T extends Record> @Nullable T result(
      Class<T> type, byte[] given, UnaryOperator<Record> now) {
    CacheFile.Entry entry = old.get(RESULT + type.getSimpleName());
    if (entry == null || !Arrays.equals(entry.hash(), CheckSum.of(given))) {
      return null;
    }
    try {
      return RecordReader.record(type, entry.file(), entry.start(), entry.length(), now);
    } catch (RuntimeException | StackOverflowError e) {
      return null;
    }
  }

  /**
   * Keeps what this run came to, one of each class.
   *
   * @param result of records, enums, texts, numbers, flags, lists, sets and maps
   * @throws IllegalArgumentException if it holds something else
   */
  public void keepResult(Record result, byte[] given) {
    if (keeps()) {
      kept.put(
          RESULT + result.getClass().getSimpleName(),
          CacheFile.Entry.of(CheckSum.of(given), RecordWriter.bytes(result)));
    }
  }

  /** Keeps a unit for the next run; a unit that nests too deeply is not kept. */
  public void keep(Unit unit, byte[] content) {
    if (!keeps()) {
      return;
    }
    try {
      kept.put(
          unit.path(), CacheFile.Entry.of(CheckSum.of(content), DeclarationWriter.bytes(unit)));
    } catch (StackOverflowError e) {
      kept.remove(unit.path());
    }
  }

  /**
   * Writes what this run found and kept, unless the file says the same already. If it cannot be
   * written the next run has more to do; that is all.
   *
   * @return whether the file holds now what this run found
   */
  @CanIgnoreReturnValue
  public boolean save() {
    if (file == null) {
      return false;
    }
    if (kept.equals(old)) {
      return true;
    }
    try {
      CacheFile.write(file, build, new TreeMap<>(kept));
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
