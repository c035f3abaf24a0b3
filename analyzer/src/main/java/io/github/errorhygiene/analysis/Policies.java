package io.github.errorhygiene.analysis;

import io.github.errorhygiene.policy.Policy;
import io.github.errorhygiene.policy.PolicyException;
import io.github.errorhygiene.policy.PolicyFile;
import java.nio.file.Path;

/** Which policy holds: a parameter before the file, the file before the default. */
final class Policies {
  private Policies() {}

  static Policy of(AnalysisRequest request) throws InputException {
    Path named = request.policyFile();
    Path file = named == null ? PolicyFile.find(request.root()) : named;
    try {
      Policy written = file == null ? Policy.DEFAULT : PolicyFile.read(file);
      return written.withRulesOf(request.policy());
    } catch (PolicyException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }
}
