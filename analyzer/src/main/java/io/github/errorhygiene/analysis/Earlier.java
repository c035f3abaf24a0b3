package io.github.errorhygiene.analysis;

import io.github.errorhygiene.cache.RecordWriter;
import io.github.errorhygiene.cache.UnitCache;
import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an earlier run, if this one would come to the same: what is given beside the
 * sources is the same, and a source that changed declares the same as before and was looked at for
 * nothing else, or differs in nothing that is looked at. See ADR 4.
 */
final class Earlier {
  private final UnitCache cache;
  private final byte[] given;

  private Earlier(UnitCache cache, byte[] given) {
    this.cache = cache;
    this.given = given;
  }

  /** Null if nothing is kept, or it cannot be told what is given. */
  static @Nullable Earlier of(AnalysisRequest request, Policy policy, UnitCache cache) {
    if (!cache.keeps()) {
      return null;
    }
    try {
      return new Earlier(cache, RecordWriter.bytes(Given.of(request, policy)));
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** The outcome that these files have; null if it has to be found out. */
  @Nullable Outcome outcome(List<SourceFile> files) {
    if (!files.stream().map(SourceFile::path).collect(Collectors.toSet()).equals(cache.paths())) {
      return null;
    }
    Outcome known = cache.result(Outcome.class, given);
    if (known == null || known.files().size() != files.size()) {
      return null;
    }
    List<Outcome.Source> sources = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Outcome.Source now = now(files.get(i), known.files().get(i), known);
      if (now == null) {
        return null;
      }
      sources.add(now);
    }
    return known.with(sources);
  }

  /** Null if what was looked at has changed. */
  private Outcome.@Nullable Source now(SourceFile file, Outcome.Source before, Outcome known) {
    if (!before.path().equals(file.path())) {
      return null;
    }
    try {
      byte[] content = Files.readAllBytes(file.location());
      if (cache.isSame(file.path(), content)) {
        return before;
      }
      Unit earlier = cache.earlier(file.path());
      Unit now = SourceReader.lower(file, content);
      boolean same =
          earlier != null
              && (known.read().contains(file.path())
                  ? saysSame(earlier, now)
                  : UnitCache.declareSame(earlier, now));
      return same ? Outcome.Source.of(now) : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean saysSame(Unit one, Unit other) {
    return one.packageName().equals(other.packageName())
        && one.imports().equals(other.imports())
        && one.types().equals(other.types());
  }

  /** Keeps what was found out. */
  void keep(Outcome outcome) {
    try {
      cache.keepResult(outcome, given);
    } catch (IllegalArgumentException | StackOverflowError e) {
      // what cannot be kept has to be found out again
    }
  }
}
