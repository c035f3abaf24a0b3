package io.github.errorhygiene.cli;

import io.github.errorhygiene.report.Tool;
import picocli.CommandLine.IVersionProvider;

/** The tool's version and the Java it runs on. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      Tool.NAME + " " + Tool.version() + " (Java " + System.getProperty("java.version") + ")"
    };
  }
}
