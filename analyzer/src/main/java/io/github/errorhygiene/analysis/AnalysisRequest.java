package io.github.errorhygiene.analysis;

import io.github.errorhygiene.policy.Policy;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to analyse.
 *
 * @param name for people: the project's or the directory's name
 * @param root an existing directory; reported paths are relative to it
 * @param sources directories and {@code .java} files below {@code root}; directories are searched.
 *     Test sources ({@code src/test}, {@code src/it}, …) and build output are left out of
 *     directories that contain them
 * @param classPath jars and class directories, in order; may be empty
 * @param threads at least 1; does not change the result
 * @param policy what the user decided in parameters; wins over the policy file
 * @param cache directory, which need not exist, for what the next analysis of {@code root} need not
 *     do again; null for none. Does not change the result
 * @param policyFile which the user named; null for the one that lies in {@code root} or above it,
 *     if there is one
 */
public record AnalysisRequest(
    String name,
    Path root,
    List<Path> sources,
    List<Path> classPath,
    int threads,
    Policy policy,
    @Nullable Path cache,
    @Nullable Path policyFile) {
  public AnalysisRequest {
    sources = List.copyOf(sources);
    classPath = List.copyOf(classPath);
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
  }

  /** A request that names no policy file. */
  public AnalysisRequest(
      String name,
      Path root,
      List<Path> sources,
      List<Path> classPath,
      int threads,
      Policy policy,
      @Nullable Path cache) {
    this(name, root, sources, classPath, threads, policy, cache, null);
  }

  /** A request without a cache. */
  public AnalysisRequest(
      String name,
      Path root,
      List<Path> sources,
      List<Path> classPath,
      int threads,
      Policy policy) {
    this(name, root, sources, classPath, threads, policy, null);
  }
}
