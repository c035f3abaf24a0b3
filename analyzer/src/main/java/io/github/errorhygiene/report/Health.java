package io.github.errorhygiene.report;

import io.github.errorhygiene.unit.Gap;
import java.util.List;

/**
 * How much of the sources was understood: "0 findings" means something only beside this.
 *
 * @param files source files read
 * @param failedFiles files of which nothing could be parsed, or only a part
 * @param lines source lines read
 * @param calls calls in what endpoints and boundaries reach
 * @param unresolvedCalls those of them whose method is not known
 * @param classPath whether a class path was given
 * @param gaps sorted by file and position
 */
public record Health(
    int files,
    int failedFiles,
    int lines,
    int calls,
    int unresolvedCalls,
    boolean classPath,
    List<Gap> gaps) {
  public Health {
    gaps = List.copyOf(gaps);
  }
}
