package io.github.errorhygiene.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.policy.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers around which the application puts something. */
class AdvisedHandlersTest {
  private static final String SERVICE =
      """
      package web;
      import java.util.*;
      import org.aspectj.lang.ProceedingJoinPoint;
      import org.aspectj.lang.annotation.*;
      import org.springframework.stereotype.*;
      import org.springframework.web.bind.annotation.*;

      @Aspect @Component class Timed {
        @Around("execution(* web.Loans.*(..))")
        Object time(ProceedingJoinPoint point) throws Throwable { return point.proceed(); }
      }

      @Service class Ledger {
        private final Map<String, String> loans = new HashMap<>();
        int length(String id) { return loans.get(id).length(); }
      }

      @RestController class Loans {
        private final Ledger ledger;
        Loans(Ledger ledger) { this.ledger = ledger; }
        @GetMapping("/loans/{id}") int get(@PathVariable String id) { return ledger.length(id); }
      }
      """;

  @TempDir Path root;

  @Test
  void theWayToWhatIsAbsentIsNoLongerForAnAspectAroundTheHandler() throws Exception {
    Files.writeString(root.resolve("Loans.java"), SERVICE);
    var request = new AnalysisRequest("loans", root, List.of(root), List.of(), 1, Policy.DEFAULT);

    assertThat(Analysis.run(request, Progress.SILENT).findings())
        .filteredOn(finding -> finding.rule().equals("absent-dereferenced"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.trace()).hasSizeGreaterThan(3));
  }
}
