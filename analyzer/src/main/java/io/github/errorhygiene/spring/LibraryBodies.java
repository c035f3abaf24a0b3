package io.github.errorhygiene.spring;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Instance;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.spring.Library.Row;
import io.github.errorhygiene.web.AnswerModel;
import io.github.errorhygiene.web.Code;
import io.github.errorhygiene.web.Messages;
import io.github.errorhygiene.web.Project;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What libraries write about exceptions. */
final class LibraryBodies {
  /** No type of the sources: all its fields are members of the body. */
  private static final String BODY = "#body";

  private static final Value SOMETHING = Value.unknown(Dependence.NONE);

  private final Project project;
  private final Program program;
  private final Engine engine;
  private final Map<String, String> properties;

  LibraryBodies(Project project) {
    this.project = project;
    this.program = project.program();
    this.engine = project.engine();
    this.properties = project.properties();
  }

  /** The body for an exception. */
  Value body(Library library, Row row, Escape escape) {
    return of(library, members(row, escape), escape);
  }

  /** The same, where the service adds nothing. */
  Value bare(Library library, Row row, Escape escape) {
    return Value.of(new Instance(BODY, written(library, members(row, escape))));
  }

  private Map<String, Value> members(Row row, Escape escape) {
    Map<String, Value> members = own(row, escape);
    if (members.isEmpty()) {
      row.keys().forEach(key -> members.put(key, SOMETHING));
    }
    if (!row.message().isEmpty()) {
      Value caught = Value.of(new Known.Caught(escape));
      boolean any = row.exception().equals("java.lang.Throwable");
      Value handled = any ? caught.withData(Dependence.of(Trait.ANY_EXCEPTION)) : caught;
      members.put(row.message(), Messages.of(handled));
    }
    return members;
  }

  /** A body with these members, as the configuration names them, and what the service adds. */
  Value of(Library library, Map<String, Value> members, Escape escape) {
    Map<String, Value> written = written(library, members);
    if (!library.members().isEmpty()) {
      marked(library.members(), escape.type()).forEach(name -> written.put(name, SOMETHING));
    }
    written.putAll(customized(library));
    return Value.of(new Instance(BODY, written));
  }

  private Map<String, Value> written(Library library, Map<String, Value> members) {
    LibrarySettings settings = new LibrarySettings(properties, library.properties());
    Map<String, Value> written = new TreeMap<>();
    members.forEach((name, value) -> written.put(settings.written(name), value));
    if (settings.writesStatus()) {
      written.put("status", SOMETHING);
    }
    return written;
  }

  /** Members that the exception has itself: it was given them, or has a method for them. */
  private Map<String, Value> own(Row row, Escape escape) {
    Map<String, Value> members = new TreeMap<>();
    TypeSymbol type = program.type(escape.type());
    Value names = escape.fields().getOrDefault(AnswerModel.MEMBERS, Value.NOTHING);
    for (String text : row.own().isEmpty() ? List.<String>of() : names.strings()) {
      for (String name : text.split(",", -1)) {
        members.put(name, escape.fields().getOrDefault(name, SOMETHING));
      }
    }
    for (MethodSymbol method : type == null ? List.<MethodSymbol>of() : program.allMethods(type)) {
      String property = property(method);
      if (method.hasBody() && row.own().contains(property)) {
        members.put(property, SOMETHING);
      }
    }
    return members;
  }

  private static String property(MethodSymbol method) {
    String name = method.name();
    boolean getter =
        name.startsWith("get") && name.length() > 3 && method.parameterTypes().isEmpty();
    return getter
        ? name.substring(3, 4).toLowerCase(java.util.Locale.ROOT) + name.substring(4)
        : name;
  }

  /** Members of an exception, or of one above it, that are marked to be shown. */
  private List<String> marked(String annotation, String exception) {
    return program.supertypes(exception).stream()
        .map(program::type)
        .filter(type -> type != null && type.isSource())
        .flatMap(type -> marked(annotation, type).stream())
        .distinct()
        .toList();
  }

  private static List<String> marked(String annotation, TypeSymbol type) {
    Map<String, AnnotationSymbol> found = new TreeMap<>();
    for (FieldSymbol field : type.fields()) {
      AnnotationSymbol mark = field.annotation(annotation);
      if (mark != null) {
        found.put(field.name(), mark);
      }
    }
    for (MethodSymbol method : type.methods()) {
      AnnotationSymbol mark = method.annotation(annotation);
      if (mark != null) {
        found.put(property(method), mark);
      }
    }
    return found.entrySet().stream().map(LibraryBodies::named).toList();
  }

  private static String named(Map.Entry<String, AnnotationSymbol> member) {
    Object name = member.getValue().value("value");
    return name instanceof String given && !given.isEmpty() ? given : member.getKey();
  }

  /** What parts of the service add to every body. */
  private Map<String, Value> customized(Library library) {
    Map<String, Value> members = new TreeMap<>();
    for (TypeSymbol type : project.sourceSubtypes(library.customizers())) {
      for (MethodSymbol method : program.allMethods(type)) {
        if (method.hasBody() && method.parameterTypes().size() == 1 && !type.isAbstract()) {
          List<Value> arguments = Collections.nCopies(1, Value.GIVEN);
          members.putAll(added(Code.of(type, method).run(engine, arguments).answer()));
        }
      }
    }
    return members;
  }

  /** The members that calls on the library's response object add. */
  static Map<String, Value> added(Value answer) {
    Map<String, Value> members = new TreeMap<>();
    for (Instance instance : answer.instances()) {
      instance
          .fields()
          .forEach(
              (name, value) -> {
                if (!name.startsWith("#")) {
                  members.put(name, value);
                }
              });
    }
    return members;
  }
}
