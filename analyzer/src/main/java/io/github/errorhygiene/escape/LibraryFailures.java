package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Guard;
import io.github.errorhygiene.catalogue.Likelihood;
import io.github.errorhygiene.catalogue.MethodRow;
import io.github.errorhygiene.catalogue.Runs;
import io.github.errorhygiene.contract.Failure.Cause;
import io.github.errorhygiene.contract.FailureMode;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.Escape;
import io.github.errorhygiene.domain.Escape.Source;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.escape.RowConstraints.Violation;
import io.github.errorhygiene.idiom.EntryKeys;
import io.github.errorhygiene.library.Holders;
import io.github.errorhygiene.library.RoundTrips;
import io.github.errorhygiene.library.RowKinds;
import io.github.errorhygiene.library.RowReferences;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Expr;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What calls of library methods throw. */
final class LibraryFailures {
  /** That one is asked for no id is only claimed of what the client left out. */
  private static final String REPOSITORY = "org.springframework.data.repository.Repository";

  /** What holds any number of elements. */
  private static final Set<String> SEVERAL =
      Set.of("java.lang.Iterable", "java.util.Iterator", "java.util.stream.BaseStream");

  /** What gives a text piece by piece. */
  private static final Set<String> PIECES =
      Set.of("java.util.Scanner", "java.util.StringTokenizer");

  private final Engine engine;
  private final Frame frame;
  private final Written writing;
  private final Sortings sortings;
  private final RowKinds kinds;
  private final Harmless harmless;
  private final RowConstraints constraints;
  private final RowReferences references;

  LibraryFailures(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
    this.writing = new Written(engine.program());
    this.sortings = new Sortings(engine, frame);
    this.kinds = new RowKinds(engine.catalogue());
    this.harmless = new Harmless(engine, kinds);
    this.constraints = new RowConstraints(engine);
    this.references = new RowReferences(engine.program());
  }

  /**
   * Raises what the rows say, else the checked exceptions that are declared.
   *
   * @param declared of the method called, with type variables replaced
   * @param node null if no call in the sources is evaluated
   */
  void raise(
      LibraryCall call,
      Rows.Facts facts,
      List<Type> declared,
      Site here,
      Expr.@Nullable Call node) {
    if (node != null && (Indices.areInRange(node, frame) || Ciphers.encrypts(node, call, frame))) {
      return;
    }
    if (EntryKeys.areConstant(node, frame.body())) {
      return;
    }
    if (Written.isReadAsTree(call)) {
      frame.spare(node);
      return;
    }
    for (MethodRow row : facts.throwing()) {
      Guard guard = facts.guard();
      if (guard != null && demands(guard)) {
        demanded(call, row, guard, here);
      } else {
        boolean counts = kinds.isMissing(row) && Queries.countRows(call, node, frame);
        if (isWritten(call, row)) {
          frame.spare(node);
        } else if (!counts && !isHanded(row, node) && !isPutOnly(row, node)) {
          catalogued(call, row, guard, declared, here);
        }
      }
    }
    sortings.raise(call, facts, here);
    boolean unsaid = facts.throwing().isEmpty() && facts.runs() != Runs.THROWN;
    boolean ofClient = facts.data() == Cause.UPSTREAM && isOfSources(call);
    if (unsaid || ofClient) {
      Dependence inputs = ofClient ? Dependence.of(Cause.UPSTREAM) : call.inputs();
      declared(call, declared, inputs, here);
    }
  }

  /** Whether a method throws if something is absent, and else not. */
  private static boolean demands(Guard guard) {
    return guard.holds() == Guard.Holds.RETURN
        && guard.that() != Guard.That.TRUE
        && guard.that() != Guard.That.EXISTS;
  }

  /** A method such as {@code requireNonNull}: it throws if its subject is absent. */
  private void demanded(LibraryCall call, MethodRow row, Guard guard, Site here) {
    Dependence on =
        guard.argument() == Guard.RECEIVER
            ? call.receiver().absence()
            : Holders.nullness(call, guard.argument());
    boolean stored = call.owners().contains(REPOSITORY);
    if (!on.isNone() && (!stored || on.has(Trait.LEFT_OUT))) {
      throwAll(call, row, on, true, here);
    } else if (guard.that() == Guard.That.NOT_EMPTY && !isTested(call, row)) {
      filled(call, row, guard, here);
    }
  }

  /** What the request has to say something with may be an empty text. */
  private void filled(LibraryCall call, MethodRow row, Guard guard, Site here) {
    Dependence on =
        guard.argument() == Guard.RECEIVER
            ? Dependence.NONE
            : call.argument(guard.argument()).data();
    boolean sent =
        on.first() == Cause.REQUEST && call.argument(guard.argument()).constant() == null;
    if (sent && !on.has(Trait.NOT_EMPTY) && !on.has(Trait.CHECKED)) {
      throwAll(call, row, on, false, here);
    }
  }

  private void catalogued(
      LibraryCall call, MethodRow row, @Nullable Guard guard, List<Type> declared, Site here) {
    if (guard != null && guard.that() == Guard.That.TRUE && call.argument(0).mayBeAbsent()) {
      throwAll(call, row, call.argument(0).absence(), true, here);
      return;
    }
    if (isOutOfEmpty(call, row)) {
      throwAll(call, row, call.receiver().absence(), true, here);
      return;
    }
    boolean absence = RowKinds.throwsOnAbsence(row);
    boolean optional = Holders.isHolder(call.owner());
    Dependence on =
        absence ? Rows.onAbsence(row.depends(), call) : Rows.on(row.depends(), call, optional);
    on = RowKinds.isOutOf(row) ? on.decided() : blamed(row, on);
    on = on.has(Trait.FORMED) && new Parses(engine).isParse(row) ? on.settings() : on;
    boolean ofReceiver = optional && row.depends().receiver();
    boolean exotic = row.likelihood() == Likelihood.POSSIBLE && !on.on(Cause.REQUEST);
    boolean likely = !exotic && (absence || !isTested(call, row));
    if (!harmless.isIt(call, row, on) && (likely || isDeclared(row, declared))) {
      throwAll(call, row, on, ofReceiver || absence, here);
    }
  }

  /** {@code Flux.single()} of a publisher of which is known that there may be nothing in it. */
  private boolean isOutOfEmpty(LibraryCall call, MethodRow row) {
    return RowKinds.isOutOf(row)
        && row.depends().receiver()
        && engine.carrierTypes().isCarrier(call.owners())
        && call.receiver().mayBeAbsent();
  }

  /**
   * What is malformed, or names a file that is gone, and is made of what is stored as well as of
   * what was sent, is not known to be the caller's fault.
   */
  private Dependence blamed(MethodRow row, Dependence on) {
    boolean both = on.on(Cause.REQUEST) && on.on(Cause.STATE);
    List<String> thrown = row.thrown();
    boolean ofFile = thrown != null && !thrown.isEmpty() && RowKinds.FILES.containsAll(thrown);
    return both && (ofFile || new Parses(engine).isParse(row)) ? Dependence.STATE : on;
  }

  /** What is written, or was, has its form. */
  private boolean isWritten(LibraryCall call, MethodRow row) {
    return writing.isOfTree(call)
        || Written.readsBack(call, Rows.on(row.depends(), call, false))
        || RoundTrips.isOne(call, engine.program());
  }

  /**
   * Bounds and the like, where the code looked at request data, or a caller at this text, before:
   * what was tested is not followed into numbers, so nothing is claimed. What type a member has is
   * no bound.
   */
  private boolean isTested(LibraryCall call, MethodRow row) {
    List<String> thrown = row.thrown();
    boolean ofJdk = thrown != null && thrown.stream().allMatch(type -> type.startsWith("java."));
    return row.likelihood() == Likelihood.POSSIBLE
        && ofJdk
        && !List.of("java.lang.ClassCastException").equals(thrown)
        && (frame.condition().asks(Cause.REQUEST) || call.receiver().data().has(Trait.MEASURED));
  }

  /** The compiler makes callers heed a checked exception, however rare it is. */
  private boolean isDeclared(MethodRow row, List<Type> declared) {
    return row.thrown() != null
        && row.thrown().stream()
            .anyMatch(
                type ->
                    declared.stream().anyMatch(d -> d.erasure().equals(type))
                        && engine.exceptions().isChecked(type));
  }

  private boolean isPutOnly(MethodRow row, Expr.@Nullable Call node) {
    List<String> thrown = row.thrown();
    return node != null && thrown != null && references.isPutOnly(node, thrown, frame.body());
  }

  /** {@code IntStream.range(…).mapToObj(list::get)}: who hands numbers to a list has counted it. */
  private static boolean isHanded(MethodRow row, Expr.@Nullable Call node) {
    return RowKinds.isOutOfRange(row) && (node == null || isOrdinal(node.arguments()));
  }

  /** A table has as many entries as the enum has constants. */
  private static boolean isOrdinal(List<Expr> arguments) {
    return arguments.size() == 1
        && arguments.get(0) instanceof Expr.Call call
        && call.name().equals("ordinal")
        && call.arguments().isEmpty();
  }

  private void throwAll(
      LibraryCall call, MethodRow row, Dependence on, boolean absence, Site here) {
    List<String> thrown = row.thrown();
    if (thrown == null) {
      return;
    }
    boolean sent = kinds.isMissing(row) && on.has(Trait.INPUT) && !Holders.isHolder(call.owner());
    boolean leftOut = (absence && on.has(Trait.LEFT_OUT)) || sent;
    boolean likely = row.likelihood() == Likelihood.LIKELY || isOutOfEmpty(call, row);
    boolean possible = leftOut || !likely;
    @Nullable Violation violation =
        RowKinds.isTaken(row) && !leftOut ? constraints.violation(call) : null;
    if (violation != null && violation.impossible()) {
      return;
    }
    @Nullable FailureMode mode = violation == null ? mode(call, row, on) : violation.mode();
    Map<String, Value> fields = new TreeMap<>(subject(call));
    if (violation != null && !violation.said()) {
      fields.put(Escape.UNTOLD, Value.constant(true));
    }
    for (String type : thrown) {
      frame.raise(
          new Escape(
              inUse(call, type),
              here,
              possible ? Source.POSSIBLE : Source.CATALOGUE,
              violation == null ? call.label() : thrower(call, violation),
              on.first(),
              absence,
              false,
              leftOut ? Inputs.mode(on) : mode,
              fields,
              cause(call, row, here, on)),
          new Via(here, null, null));
    }
  }

  private static String thrower(LibraryCall call, Violation violation) {
    String constraint = violation.constraint();
    return constraint.isEmpty() ? call.label() : "%s (%s)".formatted(call.label(), constraint);
  }

  private @Nullable Escape cause(LibraryCall call, MethodRow row, Site here, Dependence on) {
    String type = row.cause();
    return type == null
        ? null
        : new Escape(
            inUse(call, type),
            here,
            Source.POSSIBLE,
            call.label(),
            on.first(),
            false,
            false,
            row.mode(),
            Map.of(),
            null);
  }

  /** What is called by its new name throws what has its new name, whatever is used beside it. */
  private String inUse(LibraryCall call, String type) {
    boolean named = call.owners().stream().anyMatch(owner -> owner.startsWith("jakarta."));
    return named ? type : engine.exceptions().inUse(type);
  }

  /** Of what a store gave there is less than was asked for. */
  private @Nullable FailureMode mode(LibraryCall call, MethodRow row, Dependence on) {
    boolean stored =
        RowKinds.isOutOf(row)
            && call.owners().stream().anyMatch(SEVERAL::contains)
            && call.receiver().data().first() == Cause.STATE;
    if (stored) {
      return FailureMode.MISSING;
    }
    boolean ofText = PIECES.contains(call.owner()) && on.first() == Cause.REQUEST;
    return ofText && row.mode() == null ? FailureMode.MALFORMED_INPUT : row.mode();
  }

  private static Map<String, Value> subject(LibraryCall call) {
    Value subject = call.receiver().field(Escape.SUBJECT);
    return subject.isNothing() ? Map.of() : Map.of(Escape.SUBJECT, subject);
  }

  /** An interface of the project's that somebody else implements, such as a client. */
  private static boolean isOfSources(LibraryCall call) {
    return call.method() != null && call.method().owner().isSource();
  }

  /** Without a row, the checked exceptions that the method declares. */
  private void declared(LibraryCall call, List<Type> declared, Dependence on, Site here) {
    for (Type type : declared) {
      if (type instanceof Type.Declared && engine.exceptions().isChecked(type.erasure())) {
        Cause cause = on.varies() ? on.first() : Cause.UNKNOWN;
        frame.raise(
            new Escape(
                type.erasure(),
                here,
                Source.DECLARED,
                call.label(),
                cause,
                false,
                false,
                null,
                Map.of(),
                null),
            new Via(here, null, null));
      }
    }
  }
}
