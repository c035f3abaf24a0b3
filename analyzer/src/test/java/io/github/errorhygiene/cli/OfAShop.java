package io.github.errorhygiene.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project with one bad answer, and where reports of it go. */
abstract class OfAShop {
  @TempDir Path directory;
  Path project;
  Path reports;

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectory(directory.resolve("shop"));
    reports = directory.resolve("reports");
    Sources.write(project, "src/main/java/shop/Orders.java", Sources.ORDERS);
  }

  Run console(Object... more) {
    Object[] args = new Object[more.length + 2];
    args[0] = project;
    args[1] = "--format=console";
    System.arraycopy(more, 0, args, 2, more.length);
    return Run.of(args);
  }

  void answerWithoutRequestId() throws IOException {
    Sources.write(project, "src/main/java/shop/Errors.java", Sources.ERRORS);
  }
}
