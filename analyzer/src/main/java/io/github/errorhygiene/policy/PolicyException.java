package io.github.errorhygiene.policy;

import java.util.List;

/**
 * A policy file that cannot be read. The message has a line for each fault, with file, line and
 * column, and is meant to be shown without a stack trace.
 */
public final class PolicyException extends Exception {
  private static final long serialVersionUID = 1L;

  PolicyException(List<String> faults) {
    super(String.join("\n", faults));
  }
}
