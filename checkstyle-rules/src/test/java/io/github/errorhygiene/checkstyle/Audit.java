package io.github.errorhygiene.checkstyle;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import java.io.File;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.xml.sax.InputSource;

/** Runs Checkstyle in this process. */
final class Audit implements AuditListener {
  private static final String HEADER =
      """
      <?xml version="1.0"?>
      <!DOCTYPE module PUBLIC "-//Checkstyle//DTD Checkstyle Configuration 1.3//EN"
          "https://checkstyle.org/dtds/configuration_1_3.dtd">
      """;

  private final List<String> lines = new ArrayList<>();

  private Audit() {}

  /** What Checkstyle tells with a configuration: {@code Orders.java:8:10: error: message [id]}. */
  static List<String> run(String configuration, Path... files) throws CheckstyleException {
    return run(new InputSource(new StringReader(HEADER + configuration)), new Properties(), files);
  }

  /** The same with the configuration that comes with the checks. */
  static List<String> runReady(Properties properties, Path... files) throws CheckstyleException {
    String location = Audit.class.getResource("/error_hygiene_checks.xml").toString();
    return run(new InputSource(location), properties, files);
  }

  private static List<String> run(InputSource configuration, Properties properties, Path... files)
      throws CheckstyleException {
    Audit audit = new Audit();
    Checker checker = new Checker();
    try {
      checker.setModuleClassLoader(Audit.class.getClassLoader());
      checker.configure(
          ConfigurationLoader.loadConfiguration(
              configuration,
              new PropertiesExpander(properties),
              ConfigurationLoader.IgnoredModulesOptions.EXECUTE));
      checker.addListener(audit);
      List<File> all = Stream.of(files).map(Path::toFile).toList();
      checker.process(all);
    } finally {
      checker.destroy();
    }
    return audit.lines;
  }

  @Override
  public void addError(AuditEvent event) {
    lines.add(
        Path.of(event.getFileName()).getFileName()
            + ":"
            + event.getLine()
            + ":"
            + event.getColumn()
            + ": "
            + event.getSeverityLevel().getName()
            + ": "
            + event.getMessage()
            + (event.getModuleId() == null ? "" : " [" + event.getModuleId() + "]"));
  }

  @Override
  public void addException(AuditEvent event, Throwable failure) {
    throw new AssertionError(failure);
  }

  @Override
  public void auditStarted(AuditEvent event) {}

  @Override
  public void auditFinished(AuditEvent event) {}

  @Override
  public void fileStarted(AuditEvent event) {}

  @Override
  public void fileFinished(AuditEvent event) {}
}
