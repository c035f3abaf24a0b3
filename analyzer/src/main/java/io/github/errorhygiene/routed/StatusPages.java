package io.github.errorhygiene.routed;

import io.github.errorhygiene.contract.Answer;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Logs;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.web.AnswerReader;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Codes;
import io.github.errorhygiene.web.ErrorPage;
import io.github.errorhygiene.web.Parts;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.RouteRow.Role;
import io.github.errorhygiene.web.Routes;
import io.github.errorhygiene.web.Routes.Entry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What a program registers in place of the framework's own error pages: texts, or functions. */
final class StatusPages {
  private static final List<Value> REQUEST =
      Collections.nCopies(2, Value.unknown(Dependence.REQUEST));

  private final Project project;
  private final AnswerReader reader;
  private final Map<Integer, ErrorPage> pages = new TreeMap<>();

  private StatusPages(Project project, AnswerReader reader) {
    this.project = project;
    this.reader = reader;
  }

  /** By status; all others are the framework's. */
  static IntFunction<ErrorPage> of(
      Project project, Routes routes, Codes codes, AnswerReader reader, ErrorPage otherwise) {
    StatusPages own = new StatusPages(project, reader);
    for (Entry entry : routes.entries(Role.STATUS)) {
      List<Code> all = codes.of(entry, "handler");
      int status = entry.status();
      all.forEach(code -> own.add(status, code));
      if (all.isEmpty()) {
        own.add(status, Value.NOTHING, entry.argument("handler"));
      }
    }
    return status -> own.pages.getOrDefault(status, otherwise);
  }

  private void add(int status, Code code) {
    Summary summary = code.run(project.engine(), REQUEST);
    for (Instance part : Parts.ofFunction(summary)) {
      add(Parts.statuses(part, status).first(), status, Value.of(part), Parts.body(part));
    }
  }

  private void add(int status, Value answer, Value body) {
    add(status, status, answer, body);
  }

  private void add(int answered, int status, Value answer, Value body) {
    Answer read = reader.read(answered, answer, body, "", Logs.NOTHING);
    @Nullable Certainty id = read.requestId() == Certainty.YES ? Certainty.YES : null;
    pages.putIfAbsent(
        status,
        new ErrorPage(
            read.contentType(),
            read.bodyKeys(),
            read.exposes(),
            false,
            id,
            answered == status ? 0 : answered));
  }
}
