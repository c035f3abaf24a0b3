package io.github.errorhygiene.jaxrs;

import io.github.errorhygiene.contract.Incident;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.escape.RequestBody;
import io.github.errorhygiene.jaxrs.Input.Kind;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.text.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the parameters of resource methods are bound to (section 3.2 of the specification). */
final class Inputs {
  /** Demand that there is something. */
  private static final Set<String> DEMANDS = Set.of("NotNull", "NotBlank", "NotEmpty");

  /** Empty, not null, if the request has none. */
  private static final Set<String> NEVER_NULL =
      Set.of("java.util.List", "java.util.Set", "java.util.SortedSet", "java.util.Collection");

  /** Bodies that are empty, not null, if the request has none. */
  private static final Set<String> EMPTY_BODIES =
      Set.of("java.lang.String", "byte[]", "java.io.InputStream", "java.io.Reader");

  /** Of Apache CXF: {@code Attachment}, or a list of them. */
  private static final String ATTACHMENTS = "org.apache.cxf.jaxrs.ext.multipart.";

  /** Bodies that are as long as they come. */
  private static final Set<String> WHOLE = Set.of("java.lang.String", "byte[]");

  private static final Set<String> STREAMS = Set.of("java.io.InputStream", "java.io.Reader");

  /** Bind a part of a multipart body. */
  private static final Set<String> PARTS = Set.of("FormDataParam", "PartType", "RestForm");

  private final Program program;
  private final boolean implied;

  /**
   * Of a program.
   *
   * @param implied see {@link Implementation}
   */
  Inputs(Program program, boolean implied) {
    this.program = program;
    this.implied = implied;
  }

  /** Of each parameter, by the annotations of the declaration. */
  List<Input> of(MethodSymbol declaration, MethodSymbol method, Template template) {
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < method.parameterTypes().size(); i++) {
      Type type = method.parameterTypes().get(i);
      String name = declaration.parameterNames().get(i);
      Input input = Input.of(declaration.parameterAnnotations(i), type, name);
      inputs.add(implied && input.kind() == Kind.ENTITY ? implied(input, name, template) : input);
    }
    return inputs;
  }

  private Input implied(Input input, String name, Template template) {
    if (template.has(name)) {
      return input.as(Kind.PATH, name);
    }
    TypeSymbol type = program.type(input.type().erasure());
    List<Input> bound = new ArrayList<>();
    if (type != null) {
      fields(type, bound);
    }
    return bound.isEmpty() ? input : input.as(Kind.BEAN, "");
  }

  /** The same with the fields of beans of parameters. */
  List<Input> flat(List<Input> inputs) {
    List<Input> all = new ArrayList<>();
    for (Input input : inputs) {
      all.add(input);
      TypeSymbol bean = input.kind() == Kind.BEAN ? program.type(input.type().erasure()) : null;
      if (bean != null) {
        fields(bean, all);
      }
    }
    return all;
  }

  private static void fields(TypeSymbol bean, List<Input> all) {
    for (FieldSymbol field : bean.fields()) {
      Input input = Input.of(field.annotations(), field.type(), field.name());
      if (input.kind().isConverted()) {
        all.add(input);
      }
    }
  }

  /** What a method is called with. */
  static List<Value> values(List<Input> inputs, Template template) {
    return inputs.stream().map(input -> value(input, template)).toList();
  }

  /** The parameter that is the whole body as it came; empty if there is none. */
  static String wholeBody(List<Input> inputs) {
    return inputs.stream()
        .filter(input -> input.kind() == Kind.ENTITY && WHOLE.contains(input.type().erasure()))
        .map(input -> "a " + Ws.simple(input.type().erasure()) + " of the entity")
        .findFirst()
        .orElse("");
  }

  private static Value value(Input input, Template template) {
    Incident.Kind read = STREAMS.contains(input.type().erasure()) ? read(input) : null;
    return read == null ? unread(input, template) : RequestBody.of(input.type().erasure(), read);
  }

  /** What it is to read a stream whole; null if it is none of the request. */
  private static Incident.@Nullable Kind read(Input input) {
    boolean part =
        input.annotations().stream().anyMatch(each -> PARTS.contains(Ws.simple(each.type())));
    return part
        ? Incident.Kind.UPLOAD_READ
        : input.kind() == Kind.ENTITY ? Incident.Kind.STREAM_READ : null;
  }

  private static Value unread(Input input, Template template) {
    return switch (input.kind()) {
      case CONTEXT, SUSPENDED -> Value.GIVEN;
      case OTHER -> input.annotations().isEmpty() ? Value.GIVEN : Value.unknown(Dependence.REQUEST);
      case BEAN -> Value.unknown(Dependence.REQUEST).sure();
      case ENTITY -> present(input, isNeverNull(input) || isThereIfEmpty(input.type()));
      case PATH -> path(input, template);
      case QUERY, MATRIX, HEADER, COOKIE, FORM -> present(input, isNeverNull(input));
    };
  }

  /** An empty body is one, or is refused: forms and parts of bodies are never null. */
  private static boolean isThereIfEmpty(Type body) {
    String type = body.erasure();
    return EMPTY_BODIES.contains(type)
        || type.endsWith("MultiPart")
        || Stream.concat(Stream.of(body), body.arguments().stream())
            .anyMatch(each -> each.erasure().startsWith(ATTACHMENTS))
        || Ws.is(type, "core.Form")
        || Ws.is(type, "core.MultivaluedMap");
  }

  private static Value path(Input input, Template template) {
    if (!template.has(input.name())) {
      return present(input, isNeverNull(input));
    }
    Dependence data = data(input).and(Dependence.of(Trait.NOT_EMPTY));
    boolean checked = template.restricts(input.name());
    return Value.unknown(checked ? data.and(Dependence.of(Trait.CHECKED)) : data).sure();
  }

  private static Value present(Input input, boolean always) {
    Value value = Value.unknown(data(input));
    return always
        ? value.sure()
        : value.absentBy(Dependence.REQUEST.and(Dependence.of(Trait.LEFT_OUT)));
  }

  private static Dependence data(Input input) {
    Dependence data = Dependence.REQUEST;
    if (input.annotations().stream().anyMatch(Formats::isOne)) {
      data = data.and(Dependence.of(Trait.CHECKED));
    }
    data = Formats.bounded(data, input.annotations());
    if (input.kind() == Kind.ENTITY) {
      data = data.with(Trait.INPUT);
    }
    return input.constraint("Valid") == null ? data : data.with(Trait.VALID);
  }

  private static boolean isNeverNull(Input input) {
    Type type = input.type();
    boolean demanded = DEMANDS.stream().anyMatch(name -> input.constraint(name) != null);
    return type instanceof Type.Primitive
        || input.hasDefault()
        || demanded
        || (input.kind() != Kind.ENTITY && NEVER_NULL.contains(type.erasure()));
  }
}
