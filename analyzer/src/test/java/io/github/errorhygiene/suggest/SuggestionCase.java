package io.github.errorhygiene.suggest;

import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.policy.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A small project, and what is suggested for it. */
abstract class SuggestionCase {
  static final String SPRING =
      """
      package com.acme.shop;
      import java.util.*;
      import org.springframework.http.*;
      import org.springframework.web.bind.annotation.*;
      """;
  static final String REST =
      """
      package com.acme.shop;
      import jakarta.ws.rs.*;
      import jakarta.ws.rs.core.*;
      import jakarta.ws.rs.ext.*;
      import org.glassfish.jersey.server.*;
      """;
  static final String MISSING =
      "package com.acme.shop;\npublic class OrderMissing extends RuntimeException {}\n";

  @TempDir Path root;

  void file(String name, String text) throws Exception {
    Path file = root.resolve("src/main/java/com/acme/shop/" + name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  Suggestion suggestion() throws Exception {
    var request = new AnalysisRequest("shop", root, List.of(root), List.of(), 1, Policy.DEFAULT);
    return Suggester.suggest(request, Progress.SILENT);
  }

  static String path(String name) {
    return "src/main/java/com/acme/shop/" + name;
  }

  static String added(Suggestion suggestion, String name) {
    return suggestion.texts().getOrDefault(path(name), "");
  }
}
