package io.github.errorhygiene.analysis;

import io.github.errorhygiene.cache.Moves;
import io.github.errorhygiene.cache.RecordWriter;
import io.github.errorhygiene.cache.UnitCache;
import io.github.errorhygiene.contract.Place;
import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.rule.Terms;
import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The result of an earlier run, if this one would come to the same: what is given beside the
 * sources is the same, and sources that changed declare the same as before and say the same where
 * somebody looked into them. What stands elsewhere now is told where it stands. See ADR 4.
 */
final class Earlier {
  private final UnitCache cache;
  private final byte[] given;

  private Earlier(UnitCache cache, byte[] given) {
    this.cache = cache;
    this.given = given;
  }

  /** Null if nothing is kept, or it cannot be told what is given. */
  static @Nullable Earlier of(
      AnalysisRequest request, Policy policy, UnitCache cache, FileTree tree) {
    if (!cache.keeps()) {
      return null;
    }
    try {
      return new Earlier(cache, RecordWriter.bytes(Given.of(request, policy, tree)));
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /**
   * What these files come to; null if it has to be found out.
   *
   * @param terms under which rules are to judge
   */
  @Nullable Result result(List<SourceFile> files, Terms terms) {
    if (!files.stream().map(SourceFile::path).collect(Collectors.toSet()).equals(cache.paths())) {
      return null;
    }
    try {
      Map<String, Changed> changed = changes(changed(files));
      return changed == null ? null : result(files, terms, changed);
    } catch (IOException e) {
      return null;
    }
  }

  private @Nullable Result result(
      List<SourceFile> files, Terms terms, Map<String, Changed> changed) {
    Result known = cache.result(Result.class, given, record -> moved(record, changed));
    if (known == null || known.outcome().files().size() != files.size()) {
      return null;
    }
    List<Outcome.Source> sources = new ArrayList<>();
    boolean sameSuppressions = true;
    for (Outcome.Source source : known.outcome().files()) {
      Changed changedSource = changed.get(source.path());
      Outcome.Source now = changedSource == null ? source : changedSource.source();
      sources.add(now);
      sameSuppressions &= changedSource == null || !(source.suppresses() || now.suppresses());
    }
    Verdict verdict = known.verdict();
    boolean holds = sameSuppressions && verdict != null && verdict.terms().equals(terms);
    return new Result(known.outcome().with(sources), holds ? verdict : null);
  }

  /** A source that is other than before, and where stands now what was looked at. */
  private record Changed(Outcome.Source source, Moves moves) {}

  private List<SourceFile> changed(List<SourceFile> files) throws IOException {
    List<SourceFile> changed = new ArrayList<>();
    for (SourceFile file : files) {
      if (!cache.isSame(file.path(), Files.readAllBytes(file.location()))) {
        changed.add(file);
      }
    }
    return changed;
  }

  /** By path; null if what was looked at has changed. */
  private @Nullable Map<String, Changed> changes(List<SourceFile> files) throws IOException {
    Map<String, Changed> changes = new HashMap<>();
    Looked looked = files.isEmpty() ? null : cache.result(Looked.class, given, same -> same);
    for (SourceFile file : files) {
      Unit earlier = cache.earlier(file.path());
      Unit now = SourceReader.lower(file, Files.readAllBytes(file.location()));
      Moves moves = looked == null || earlier == null ? null : looked.moves(earlier, now);
      if (moves == null) {
        return null;
      }
      changes.put(file.path(), new Changed(Outcome.Source.of(now), moves));
    }
    return changes;
  }

  private static Record moved(Record record, Map<String, Changed> changed) {
    if (record instanceof Place place && changed.containsKey(place.file())) {
      Position then = new Position(place.line(), place.column());
      Position now = changed.get(place.file()).moves().of(then);
      return new Place(place.file(), now.line(), now.column());
    }
    if (record instanceof Gap gap && changed.containsKey(gap.file())) {
      Position now = changed.get(gap.file()).moves().of(gap.position());
      return new Gap(gap.kind(), gap.file(), now, gap.message());
    }
    return record;
  }

  /** Keeps what was found out. */
  void keep(Evaluation evaluation, Verdict verdict) {
    try {
      cache.keepResult(new Result(evaluation.outcome(), verdict), given);
      cache.keepResult(evaluation.looked(), given);
    } catch (IllegalArgumentException | StackOverflowError e) {
      // what cannot be kept has to be found out again
    }
  }
}
