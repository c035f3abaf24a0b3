package io.github.errorhygiene.checkstyle.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.checkstyle.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir Path root;

  private SourceTree tree(String file, String text) throws IOException {
    return SourceTree.of(Service.write(root, file, text), text, null);
  }

  @Test
  void thePackageTellsTheSourceRoot() throws IOException {
    SourceTree tree = tree("src/com/acme/A.java", "/* package no; */ package com.acme; class A {}");

    assertThat(tree.root()).isEqualTo(root.resolve("src"));
    assertThat(tree.covers(root.resolve("src/org/B.java"))).isTrue();
    assertThat(tree.covers(root.resolve("test/org/B.java"))).isFalse();
  }

  @Test
  void withoutAPackageTheDirectoryIsTheRoot() throws IOException {
    assertThat(tree("src/module-info.java", "module acme {}").root())
        .isEqualTo(root.resolve("src"));
  }

  @Test
  void aFileInTheWrongPlaceHasItsDirectory() throws IOException {
    assertThat(tree("src/other/A.java", "package com.acme; class A {}").root())
        .isEqualTo(root.resolve("src/other"));
  }

  @Test
  void whatStandsBesideAFileInTheTemporaryDirectoryIsNotItsOwn() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Path file = Files.createTempFile(temporary, "A", ".java");
    try {
      SourceTree tree = SourceTree.of(file, "class A {}", null);

      assertThat(tree.files()).containsExactly(file);
      assertThat(tree.covers(temporary.resolve("B.java"))).isFalse();
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void theProjectsRootWins() throws IOException {
    Path file = Service.uncaught(root.resolve("api/src/main/java"));
    Path other = Service.write(root, "web/src/main/java/web/B.java", "package web; class B {}");

    SourceTree tree = SourceTree.of(file, Service.ORDERS, root);

    assertThat(tree.root()).isEqualTo(root);
    assertThat(tree.files()).contains(file, other);
  }

  @Test
  void aCopyTakesThePlaceOfItsFile() throws IOException {
    Path project = root.resolve("project");
    Path file = Service.uncaught(project.resolve("src/main/java"));
    Path copy = Service.write(root, "copies/src/main/java/shop/Orders.java", Service.ORDERS);

    SourceTree tree = SourceTree.of(copy, Service.ORDERS, project);

    assertThat(tree.files())
        .containsExactlyInAnyOrder(copy, file.resolveSibling("OrderMissing.java"));
  }

  @Test
  void aProjectThatDoesNotExistDoesNotCount() throws IOException {
    Path file = Service.uncaught(root);

    assertThat(SourceTree.of(file, Service.ORDERS, root.resolve("absent")).root()).isEqualTo(root);
  }

  @Test
  void aFileOfAnotherProjectHasItsOwnRoot() throws IOException {
    Path project = Files.createDirectory(root.resolve("project"));
    Path file = Service.uncaught(root.resolve("other"));

    assertThat(SourceTree.of(file, Service.ORDERS, project).root())
        .isEqualTo(root.resolve("other"));
  }
}
