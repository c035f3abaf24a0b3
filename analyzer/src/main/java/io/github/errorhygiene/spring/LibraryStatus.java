package io.github.errorhygiene.spring;

import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.spring.Library.Row;
import io.github.errorhygiene.spring.Library.StatusOf;
import io.github.errorhygiene.web.Project;
import io.github.errorhygiene.web.Statuses;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Which status a library gives an exception. */
final class LibraryStatus {
  private static final String OF_UPSTREAM =
      "org.springframework.web.client.RestClientResponseException";

  private static final String OF_CLIENT_ERROR =
      "org.springframework.web.client.HttpClientErrorException";

  /** Whose status the libraries take over where they take one that is carried. */
  private static final List<String> CARRIERS =
      List.of(
          "org.springframework.web.server.ResponseStatusException",
          OF_UPSTREAM,
          "org.zalando.problem.ThrowableProblem");

  private final Program program;
  private final Engine engine;
  private final Map<String, String> properties;
  private final Merged merged;
  private final Declared declared;

  LibraryStatus(Project project, Merged merged) {
    this.program = project.program();
    this.engine = project.engine();
    this.properties = project.properties();
    this.merged = merged;
    this.declared = new Declared(engine, merged);
  }

  /** The status; 0 if it is not known. */
  int of(Row row, Library library, Escape escape) {
    LibrarySettings settings = new LibrarySettings(properties, library.properties());
    for (StatusOf source : row.statusOf()) {
      int status = of(source, row, settings, escape);
      if (status > 0) {
        return status;
      }
      if (source == StatusOf.CARRIED && isOfUpstream(escape)) {
        return passedOn(escape);
      }
    }
    return row.status();
  }

  private int of(StatusOf source, Row row, LibrarySettings settings, Escape escape) {
    return switch (source) {
      case CONFIGURED -> configured(settings, escape);
      case OWN_RESPONSE_STATUS -> ownAnnotation(settings, escape);
      case RESPONSE_STATUS -> annotation(escape);
      case CARRIED -> carried(escape);
      case GETTER -> got(row.getter(), escape);
    };
  }

  /** What an upstream answered, whatever that was: one that stands for all that it may be. */
  private int passedOn(Escape escape) {
    return program.supertypes(escape.type()).contains(OF_CLIENT_ERROR) ? 404 : 500;
  }

  /** It carries the status of an upstream, which nobody knows. */
  private boolean isOfUpstream(Escape escape) {
    return program.supertypes(escape.type()).contains(OF_UPSTREAM);
  }

  private static int configured(LibrarySettings settings, List<String> types) {
    return types.stream()
        .mapToInt(settings::status)
        .filter(status -> status > 0)
        .findFirst()
        .orElse(0);
  }

  private int configured(LibrarySettings settings, Escape escape) {
    return configured(settings, asked(settings, escape));
  }

  private List<String> asked(LibrarySettings settings, Escape escape) {
    return settings.searchesSuperclasses()
        ? program.supertypes(escape.type())
        : List.of(escape.type());
  }

  private int ownAnnotation(LibrarySettings settings, Escape escape) {
    for (String name : asked(settings, escape)) {
      TypeSymbol type = program.type(name);
      int status = type == null ? 0 : code(merged.find(type, Names.RESPONSE_STATUS));
      if (status > 0) {
        return status;
      }
    }
    return 0;
  }

  /** On the class or one above, or of the nearest cause. */
  private int annotation(Escape escape) {
    for (@Nullable Escape link = escape; link != null; link = link.inner()) {
      TypeSymbol type = program.type(link.type());
      int status = type == null ? 0 : code(merged.onType(type, Names.RESPONSE_STATUS));
      if (status > 0) {
        return status;
      }
    }
    return 0;
  }

  private static int code(@Nullable AnnotationSymbol annotation) {
    return StatusAnnotation.code(annotation);
  }

  private int carried(Escape escape) {
    List<String> supertypes = program.supertypes(escape.type());
    if (CARRIERS.stream().noneMatch(supertypes::contains)) {
      return 0;
    }
    SortedSet<Integer> codes =
        Statuses.of(escape.fields().getOrDefault(Escape.STATUS, Value.NOTHING));
    return codes.isEmpty() ? declared.status(escape.alone()) : codes.first();
  }

  /** What a method of the exception's own returns. */
  private int got(String getter, Escape escape) {
    TypeSymbol type = program.type(escape.type());
    for (MethodSymbol method : type == null ? List.<MethodSymbol>of() : program.allMethods(type)) {
      if (method.name().equals(getter) && method.hasBody()) {
        Value self = Value.of(new Known.Caught(escape));
        Value returned = engine.called(method, self, List.of()).returned();
        SortedSet<Integer> codes = Statuses.of(returned);
        return codes.isEmpty() ? 0 : codes.first();
      }
    }
    return 0;
  }
}
