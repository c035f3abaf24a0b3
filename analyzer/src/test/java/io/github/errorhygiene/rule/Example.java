package io.github.errorhygiene.rule;

import io.github.errorhygiene.analysis.Analysis;
import io.github.errorhygiene.analysis.AnalysisRequest;
import io.github.errorhygiene.analysis.InputException;
import io.github.errorhygiene.analysis.Progress;
import io.github.errorhygiene.catalogue.OwnRows;
import io.github.errorhygiene.contract.Application;
import io.github.errorhygiene.contract.Expectations;
import io.github.errorhygiene.policy.LeaveOut;
import io.github.errorhygiene.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A Java block of a rule's document: a small service of its own.
 *
 * @param heading the section it stands in, {@code Bad} or {@code Good}
 * @param source as written
 * @param findings how many findings of the rule it has, if it stands under {@code Bad}
 * @param resources the other files of the service, from the blocks with a file name before it
 */
record Example(String heading, String source, int findings, Map<String, String> resources) {
  /** What a block without imports of its own is read with: enough for a Spring MVC service. */
  private static final String IMPORTS =
      """
      import jakarta.servlet.*;
      import jakarta.servlet.http.*;
      import java.io.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.stream.*;
      import org.slf4j.*;
      import org.springframework.http.*;
      import org.springframework.stereotype.*;
      import org.springframework.validation.annotation.*;
      import org.springframework.web.bind.annotation.*;
      import org.springframework.web.client.*;
      import org.springframework.web.filter.*;
      import org.springframework.web.server.*;
      import org.springframework.web.servlet.mvc.method.annotation.*;
      """;

  /** Rules that are off by default are on. */
  private static final Policy ALL_RULES =
      new Policy(
          Map.of(),
          Set.of(),
          Rules.all().stream().map(Rule::id).collect(Collectors.toSet()),
          Expectations.DEFAULT,
          OwnRows.NONE,
          LeaveOut.NOTHING,
          false);

  /** The examples of a document, in order. */
  static List<Example> of(String document) {
    List<Example> examples = new ArrayList<>();
    Map<String, String> resources = new LinkedHashMap<>();
    String heading = "";
    Node node = Parser.builder().build().parse(document).getFirstChild();
    for (; node != null; node = node.getNext()) {
      if (node instanceof Heading title && title.getFirstChild() instanceof Text text) {
        heading = text.getLiteral();
      } else if (node instanceof FencedCodeBlock block && isExecuted(heading)) {
        String[] info = block.getInfo().split(" ", 2);
        if (!info[0].equals("java")) {
          resources.put(info[1], block.getLiteral());
        } else {
          int findings = info.length == 1 ? 1 : Integer.parseInt(info[1].replace("findings=", ""));
          examples.add(new Example(heading, block.getLiteral(), findings, Map.copyOf(resources)));
          resources.clear();
        }
      }
    }
    return examples;
  }

  private static boolean isExecuted(String heading) {
    return heading.equals("Bad") || heading.equals("Good");
  }

  /** What the analysis says of it. */
  Application analysed(Path root) throws IOException, InputException {
    Path sources = Files.createDirectories(root.resolve("src/main/java/example"));
    Files.writeString(sources.resolve("Example.java"), "package example;\n" + withImports());
    for (Map.Entry<String, String> resource : resources.entrySet()) {
      Path file = root.resolve("src/main/resources").resolve(resource.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, resource.getValue());
    }
    var request = new AnalysisRequest("example", root, List.of(root), List.of(), 1, ALL_RULES);
    return Analysis.run(request, Progress.SILENT).application();
  }

  private String withImports() {
    return source.startsWith("import ") ? source : IMPORTS + source;
  }
}
