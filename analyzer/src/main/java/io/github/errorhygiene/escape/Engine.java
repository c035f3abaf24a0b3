package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.domain.Around;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.Known.Function;
import io.github.errorhygiene.domain.Registrations;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.State;
import io.github.errorhygiene.domain.Summary;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.library.CarrierTypes;
import io.github.errorhygiene.library.LibraryModel;
import io.github.errorhygiene.program.Body;
import io.github.errorhygiene.program.FieldSymbol;
import io.github.errorhygiene.program.LocalSymbol;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.schema.Schema;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.Unit;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The evaluation of one program: what its frames share. Not thread safe. */
public final class Engine {
  /** Deepest nesting of calls that is followed. */
  private static final int DEEPEST = 160;

  private final Program program;
  private final Catalogue catalogue;
  private final LibraryModel model;
  private final Fields fields = new Fields(this);
  private final Summaries summaries = new Summaries(this);
  private final Census census = new Census();
  private final Rows rows = new Rows(this);
  private final Registrations registrations = new Registrations();
  private final ClassInitialisers classInitialisers = new ClassInitialisers(this);
  private final Dispatch dispatch;
  private final Receivers receivers;
  private final Upcasts upcasts;
  private final Injection injection;
  private final MapperScan mapperScan;
  private final CarrierTypes carrierTypes;
  private final ExceptionTypes exceptions;
  private final Proxies proxies;
  private final Schema schema;
  private final Map<Expr.Lambda, Optional<Set<LocalSymbol>>> variables = new IdentityHashMap<>();
  private int depth;

  public Engine(Program program, Catalogue catalogue, LibraryModel model) {
    this(program, catalogue, model, type -> false, Translation.NONE, Proxies.NONE, Schema.NONE);
  }

  /**
   * The evaluation of a program.
   *
   * @param ruledOut types of which the running application has no objects
   * @param proxies what its container puts around methods
   * @param schema what scripts say that make tables
   */
  public Engine(
      Program program,
      Catalogue catalogue,
      LibraryModel model,
      Predicate<TypeSymbol> ruledOut,
      Translation translation,
      Proxies proxies,
      Schema schema) {
    this.program = program;
    this.catalogue = catalogue;
    this.model = model;
    this.dispatch = new Dispatch(program, catalogue, census, ruledOut);
    this.receivers = new Receivers(program, dispatch);
    this.upcasts = new Upcasts(program);
    this.injection = new Injection(program, ruledOut);
    this.exceptions = new ExceptionTypes(program, catalogue, translation);
    this.proxies = proxies;
    this.schema = schema;
    this.mapperScan = new MapperScan(program);
    this.carrierTypes = new CarrierTypes(program);
  }

  public Program program() {
    return program;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Schema schema() {
    return schema;
  }

  LibraryModel model() {
    return model;
  }

  Rows rows() {
    return rows;
  }

  MapperScan mapperScan() {
    return mapperScan;
  }

  CarrierTypes carrierTypes() {
    return carrierTypes;
  }

  ClassInitialisers classInitialisers() {
    return classInitialisers;
  }

  Fields fields() {
    return fields;
  }

  Registrations registrations() {
    return registrations;
  }

  /** The calls met so far. */
  public Census census() {
    return census;
  }

  void countCall(Frame frame, Expr.Call call, @Nullable MethodSymbol method) {
    census.count(call, frame, method);
  }

  boolean enter() {
    if (depth >= DEEPEST) {
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** What a method does for these arguments; nothing is known of one without a body. */
  public Summary summary(MethodSymbol method, Value self, List<Value> arguments) {
    return method.hasBody() ? summaries.of(method, self, arguments) : Summary.unknown(method);
  }

  /** What a caller outside of the object sees of a method: with what proxies put around it. */
  public Summary called(MethodSymbol method, Value self, List<Value> arguments) {
    boolean proxied = method.hasBody() && !method.isStatic() && !method.isConstructor();
    List<Around> around =
        proxied ? proxies.around(typeOf(self, method), method) : List.<Around>of();
    if (!around.isEmpty()) {
      return proceed(new Known.Proceed(method, self, arguments, around));
    }
    return proxied ? summaries.ofOther(method, self, arguments) : summary(method, self, arguments);
  }

  /** What is put around a method of the sources that a library implements at run time. */
  List<Around> around(MethodSymbol method) {
    boolean client = method.owner().isSource() && method.owner().isInterface();
    return client && !method.isStatic()
        ? proxies.around(method.owner(), method).stream().filter(Around::isOfClients).toList()
        : List.of();
  }

  private TypeSymbol typeOf(Value self, MethodSymbol method) {
    List<Known.Instance> objects = self.instances();
    @Nullable TypeSymbol type = objects.size() == 1 ? program.type(objects.get(0).type()) : null;
    return type == null ? method.owner() : type;
  }

  /** What a call does with what is still around it. */
  Summary proceed(Known.Proceed call) {
    return summaries.of(call);
  }

  /** Evaluates a call with what is around it in a fresh frame. */
  Frame evaluate(Known.Proceed call, Value self, List<Value> arguments) {
    MethodSymbol method = call.method();
    Frame frame =
        new Frame(program.body(method), file(method.owner()), method.signature(), new State());
    frame.set(State.SELF, self);
    Calls calls = new Statements(this, frame).expressions().calls();
    new Interception(this, frame, calls, method, self, arguments).run(call.around());
    return frame;
  }

  /**
   * What comes out of code whose result is awaited: what it throws, and what the future, publisher
   * or {@code Callable} that it returns fails with. What it returns is what that completes with.
   */
  public Summary awaited(Summary summary) {
    return new Awaiting(this).of(summary);
  }

  /** What a lambda or method reference does for these arguments. */
  public Summary summary(Function lambda, List<Value> arguments) {
    MethodSymbol bound = bound(lambda);
    return bound == null
        ? summaries.of(lambda, arguments)
        : summaries.of(
            bound,
            lambda.self(),
            arguments.subList(0, Math.min(arguments.size(), bound.parameterTypes().size())));
  }

  /** The only method that a reference to a method of an object means; null if it is no such. */
  private @Nullable MethodSymbol bound(Function function) {
    MethodSymbol method = function.referred();
    if (method == null || method.isConstructor() || !method.hasBody() || function.isUnbound()) {
      return null;
    }
    Type owner = new Type.Declared(method.owner().name(), List.of());
    return dispatch(method, owner, function.self(), List.of(), function.site())
            .equals(List.of(method))
        ? method
        : null;
  }

  /** The variables that a lambda names; null if it may name any. */
  @Nullable Set<LocalSymbol> variablesOf(Expr.Lambda lambda, Body body) {
    return variables
        .computeIfAbsent(lambda, node -> Optional.ofNullable(body.variablesOf(node)))
        .orElse(null);
  }

  /** What a constructor does to a new object: see {@link Summary#self()}. */
  Summary constructed(MethodSymbol constructor, Value fresh, List<Value> arguments) {
    return summaries.of(constructor, fresh, arguments);
  }

  /** Evaluates a body with a fresh frame. */
  Frame evaluate(MethodSymbol method, Value self, List<Value> arguments) {
    census.evaluated();
    @Nullable MethodDecl declaration = method.declaration();
    Body body = program.body(method);
    Frame frame = new Frame(body, file(method.owner()), method.signature(), new State());
    frame.set(State.SELF, self);
    List<Parameter> parameters = declaration == null ? List.of() : declaration.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      Value value = i < arguments.size() ? arguments.get(i) : Value.UNKNOWN;
      frame.begin(body.variable(parameters.get(i)), value);
    }
    Statements statements = new Statements(this, frame).of(method);
    NonNulls.check(method, parameters, frame, statements.expressions().calls().dereferences());
    List<Stmt> statementsLeft =
        declaration == null || declaration.body() == null
            ? List.of()
            : declaration.body().statements();
    if (method.isConstructor()) {
      statementsLeft =
          new Initialisers(this, frame).begin(method.owner(), statementsLeft, statements);
    }
    statements.runAll(statementsLeft);
    if (declaration != null && declaration.compact()) {
      fillRecord(frame, parameters);
    }
    new OpenThrows(this, frame).raise(method);
    frame.leave(Value.GIVEN);
    return frame;
  }

  /**
   * Evaluates a lambda with a fresh frame.
   *
   * @param values of the captured variables, then of the parameters
   */
  Frame evaluate(Function function, List<LocalSymbol> captured, Value self, List<Value> values) {
    census.evaluated();
    String file = function.site().place().file();
    Frame frame = new Frame(function.body(), file, function.site().method(), new State());
    frame.set(State.SELF, self);
    for (int i = 0; i < captured.size(); i++) {
      frame.set(captured.get(i), values.get(i));
    }
    Statements statements = new Statements(this, frame);
    if (!(function.node() instanceof Expr.Lambda lambda)) {
      frame.leave(
          statements.expressions().calls().functions().invokeAll(List.of(function), values));
      return frame;
    }
    List<Parameter> parameters = lambda.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      int index = captured.size() + i;
      Value value = index < values.size() ? values.get(index) : Value.UNKNOWN;
      frame.begin(function.body().variable(parameters.get(i)), value);
    }
    statements.of(function.body().functionOf(lambda)).run(lambda.body());
    frame.leave(Value.GIVEN);
    return frame;
  }

  /**
   * What a method does that is run by whom nobody knows, on an object of that class: a {@code main}
   * method, a constructor, a method that a container calls.
   *
   * @param type may be a subclass of the method's owner
   */
  public Summary run(MethodSymbol method, TypeSymbol type) {
    summaries.settingUp(true);
    List<Value> given = Collections.nCopies(method.parameterTypes().size(), Value.GIVEN);
    Summary summary =
        method.isConstructor()
            ? constructed(method, Value.of(fields.fresh(type)).withData(Dependence.NONE), given)
            : summary(method, method.isStatic() ? Value.NOTHING : newObject(type), given);
    summaries.settingUp(false);
    return summary;
  }

  /** A new object of a class, made by whom nobody knows: by its longest constructor. */
  public Value newObject(TypeSymbol type) {
    Value fresh = Value.of(fields.fresh(type)).withData(Dependence.NONE);
    MethodSymbol longest =
        type.methods().stream()
            .filter(method -> method.isConstructor() && method.hasBody())
            .max(Comparator.comparingInt(method -> method.parameterTypes().size()))
            .orElse(null);
    if (longest == null) {
      return fresh;
    }
    List<Value> given = Collections.nCopies(longest.parameterTypes().size(), Value.GIVEN);
    Value made = constructed(longest, fresh, given).self();
    return made.isNothing() ? fresh : made;
  }

  private static void fillRecord(Frame frame, List<Parameter> components) {
    Value self = frame.get(State.SELF, Value.GIVEN);
    for (Parameter component : components) {
      self =
          self.withField(
              component.name(), frame.get(frame.body().variable(component), Value.UNKNOWN));
    }
    frame.set(State.SELF, self);
  }

  /** A fresh frame for a field's initialiser. */
  Frame frame(FieldSymbol field) {
    return new Frame(program.body(field), file(field.owner()), field.toString(), new State());
  }

  static String file(TypeSymbol type) {
    Unit unit = type.unit();
    return unit == null ? "" : unit.path();
  }

  /** The value of a field's initialiser; what it throws is not followed. */
  Value initializer(FieldSymbol field, Expr initializer) {
    if (!enter()) {
      return Value.UNKNOWN;
    }
    Frame frame = frame(field);
    Value value = new Statements(this, frame).expressions().eval(initializer);
    leave();
    return value.cut(3);
  }

  /** The object that an enum constant of the sources is; nothing if it is a library's. */
  public Value instance(Known.EnumConstant constant) {
    return fields.instance(constant);
  }

  /** The object that an enum constant is. */
  Value enumConstant(FieldSymbol field, List<Expr> arguments, @Nullable MethodSymbol constructor) {
    if (constructor == null || !enter()) {
      return Value.of(fields.fresh(field.owner()));
    }
    Frame frame = frame(field);
    Expressions expressions = new Statements(this, frame).expressions();
    List<Value> values = arguments.stream().map(expressions::eval).toList();
    Value fresh = Value.of(fields.fresh(field.owner()));
    leave();
    if (constructor.implicit() == MethodSymbol.Implicit.CONSTRUCTOR) {
      return Creations.filled(constructor, values, fresh);
    }
    return constructor.hasBody() ? constructed(constructor, fresh, values).self() : fresh;
  }

  /** The methods with a body, or implicit, that a call may run; empty if it is a library's. */
  List<MethodSymbol> dispatch(
      MethodSymbol method, Type receiver, Value self, List<Value> arguments, Site here) {
    return dispatch.targets(method, receiver, self, arguments, here);
  }

  /** The class of what a container puts into a field; null if it is not known. */
  @Nullable String injectedClass(FieldSymbol field) {
    return injection.classOf(field);
  }

  Receivers receivers() {
    return receivers;
  }

  Upcasts upcasts() {
    return upcasts;
  }

  ExceptionTypes exceptions() {
    return exceptions;
  }
}
