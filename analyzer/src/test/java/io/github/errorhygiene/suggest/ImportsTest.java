package io.github.errorhygiene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportsTest {
  private static String changed(String text, String code) {
    Imports imports = new Imports(text);
    String shortened = imports.shortened(code);
    return imports.in(text.replace("§", shortened));
  }

  @Test
  void aTypeIsImportedWhereItBelongs() {
    String text = "package p;\n\nimport a.b.A;\nimport x.y.Z;\n\nclass B { § }\n";

    assertThat(changed(text, "new m.n.M()"))
        .isEqualTo(
            "package p;\n\nimport a.b.A;\nimport m.n.M;\nimport x.y.Z;\n\nclass B { new M() }\n");
    assertThat(changed(text, "new a.a.M()"))
        .startsWith("package p;\n\nimport a.a.M;\nimport a.b.A;\n");
    assertThat(changed(text, "new z.z.M()")).contains("import x.y.Z;\nimport z.z.M;\n\n");
  }

  @Test
  void anOrderOfTheProjectsOwnIsKept() {
    String text =
        "package p;\nimport org.a.A;\nimport org.z.Z;\nimport com.acme.B;\nclass C { § }\n";

    assertThat(changed(text, "org.m.M"))
        .contains("import org.a.A;\nimport org.m.M;\nimport org.z.Z;\n");
  }

  @Test
  void aFileWithoutImportsGetsAParagraph() {
    assertThat(changed("package p;\n\nclass B { § }\n", "m.n.M"))
        .isEqualTo("package p;\n\nimport m.n.M;\n\nclass B { M }\n");
    assertThat(changed("class B { § }\n", "m.n.M")).isEqualTo("import m.n.M;\n\nclass B { M }\n");
  }

  @Test
  void whatIsKnownIsNotImportedAgain() {
    String text = "package p.q;\nimport a.b.*;\nimport m.n.M;\nclass B { § }\n";

    assertThat(changed(text, "a.b.C m.n.M p.q.D")).isEqualTo(text.replace("§", "C M D"));
  }

  @Test
  void aNameThatIsTakenKeepsItsPackage() {
    String text = "package p;\nimport a.b.M;\nclass B { class N {} § }\n";

    assertThat(changed(text, "m.n.M m.n.N")).isEqualTo(text.replace("§", "m.n.M m.n.N"));
  }

  @Test
  void lineEndsOfWindowsStay() {
    assertThat(changed("package p;\r\n\r\nimport a.b.A;\r\nclass B { § }\r\n", "m.n.M"))
        .contains("import a.b.A;\r\nimport m.n.M;\r\n");
  }
}
