package io.github.errorhygiene.analysis;

import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.policy.PolicyException;
import io.github.errorhygiene.policy.PolicyFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which policy holds: a parameter before the file, the file before the default. */
final class Policies {
  private Policies() {}

  /** The file that counts; null if there is none. */
  static @Nullable Path file(AnalysisRequest request) {
    Path named = request.policyFile();
    return named == null ? PolicyFile.find(request.root()) : named;
  }

  static Policy of(AnalysisRequest request) throws InputException {
    Path file = file(request);
    try {
      Policy written = file == null ? Policy.DEFAULT : PolicyFile.read(file);
      return written.withRulesOf(request.policy());
    } catch (PolicyException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }
}
