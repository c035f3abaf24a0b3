package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.ExceptionRow;
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
import io.github.errorhygiene.domain.Holders;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.domain.Via;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What calls of library methods throw. */
final class LibraryFailures {
  /** That a file is not there. */
  private static final Set<String> FILES =
      Set.of("java.io.FileNotFoundException", "java.nio.file.NoSuchFileException");

  /** With which a file that is there already is replaced. */
  private static final Set<String> REPLACING = Set.of("ATOMIC_MOVE", "REPLACE_EXISTING");

  /** That one is asked for no id is only claimed of what the client left out. */
  private static final String REPOSITORY = "org.springframework.data.repository.Repository";

  private static final Set<String> TREES =
      Set.of(
          "com.fasterxml.jackson.databind.JsonNode",
          "java.lang.Object",
          "tools.jackson.databind.JsonNode");

  /** They ask for the scheme and the host alone, with which the text of a URI begins. */
  private static final Set<String> ADDRESSED =
      Set.of("java.net.http.HttpRequest.newBuilder", "java.net.http.HttpRequest$Builder.uri");

  private static final Set<String> ENDS = Set.of("getFirst", "getLast");

  private static final Set<String> NUMBERS =
      Set.of("int", "java.lang.Integer", "java.lang.Long", "long");

  /** What holds any number of elements. */
  private static final Set<String> SEVERAL =
      Set.of("java.lang.Iterable", "java.util.Iterator", "java.util.stream.BaseStream");

  private final Engine engine;
  private final Frame frame;
  private final Written writing;
  private final Sortings sortings;

  LibraryFailures(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
    this.writing = new Written(engine.program());
    this.sortings = new Sortings(engine, frame);
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
    if (Written.isReadAsTree(call)) {
      frame.spare(node);
      return;
    }
    for (MethodRow row : facts.throwing()) {
      Guard guard = facts.guard();
      if (guard != null && demands(guard)) {
        demanded(call, row, guard, here);
      } else {
        boolean counts = isMissing(row) && Queries.countRows(call, node, frame);
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
            : call.nullness(guard.argument());
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
    boolean absence = throwsOnAbsence(row);
    boolean optional = Holders.isHolder(call.owner());
    Dependence on =
        absence ? Rows.onAbsence(row.depends(), call) : Rows.on(row.depends(), call, optional);
    on = isOutOf(row) ? on.decided() : blamed(row, on);
    on = on.has(Trait.FORMED) && new Parses(engine).isParse(row) ? on.settings() : on;
    boolean ofReceiver = optional && row.depends().receiver();
    boolean harmless =
        !on.varies() || on.has(Trait.CHECKED) || excluded(call, row) || inRange(call, row);
    harmless |= mayReplace(call, row) || isTree(call) || isNumberSet(call, row, on);
    harmless |= on.has(Trait.ADDRESS) && Parses.readsAddress(row);
    harmless |= Parses.resolvesPeer(call, row) || Parses.isOfText(call);
    harmless |= isThere(row) && isKeyOwn(call);
    harmless |= isOutOf(row) && isUnwrapped(call);
    harmless |= isTaken(row) && call.argument(0).data().has(Trait.VOUCHED);
    harmless |= on.has(Trait.BEGUN) && ADDRESSED.contains(call.owner() + "." + call.name());
    harmless |= Queries.settleConflicts(call);
    harmless |= isMissing(row) && (Lookup.isFound(call) || isStored(row, on) || isThere(row, on));
    boolean exotic = row.likelihood() == Likelihood.POSSIBLE && !on.on(Cause.REQUEST);
    boolean likely = !exotic && !isTested(call, row);
    if (!harmless && (likely || isDeclared(row, declared))) {
      throwAll(call, row, on, ofReceiver || absence, here);
    }
  }

  /**
   * What is malformed, or names a file that is gone, and is made of what is stored as well as of
   * what was sent, is not known to be the caller's fault.
   */
  private Dependence blamed(MethodRow row, Dependence on) {
    boolean both = on.on(Cause.REQUEST) && on.on(Cause.STATE);
    List<String> thrown = row.thrown();
    boolean ofFile = thrown != null && !thrown.isEmpty() && FILES.containsAll(thrown);
    return both && (ofFile || new Parses(engine).isParse(row)) ? Dependence.STATE : on;
  }

  /** What can be written as JSON at all can be made a tree of, and an object of members a map. */
  private boolean isTree(LibraryCall call) {
    List<String> classes = call.argument(1).classes();
    return call.name().equals("convertValue")
        && ((!classes.isEmpty() && TREES.containsAll(classes)) || isMapOfMembers(call));
  }

  private boolean isMapOfMembers(LibraryCall call) {
    if (call.argumentTypes().isEmpty() || !isMapOfAnything(call)) {
      return false;
    }
    TypeSymbol converted = engine.program().type(call.argumentTypes().get(0).erasure());
    return converted != null
        && converted.isSource()
        && (converted.kind() == TypeDecl.Kind.CLASS || converted.kind() == TypeDecl.Kind.RECORD);
  }

  private static boolean isMapOfAnything(LibraryCall call) {
    List<Type> held = call.returnType().arguments();
    return call.argument(1).classes().contains("java.util.Map")
        || (call.returnType().erasure().equals("java.util.Map")
            && (held.isEmpty() || TREES.contains(held.get(held.size() - 1).erasure())));
  }

  /** A number that the settings hold: that it is one was found out when the application started. */
  private static boolean isNumberSet(LibraryCall call, MethodRow row, Dependence on) {
    List<String> given =
        IntStream.range(0, call.argumentTypes().size())
            .filter(row.depends()::argument)
            .mapToObj(i -> call.argumentTypes().get(i).erasure())
            .toList();
    return !given.isEmpty()
        && NUMBERS.containsAll(given)
        && !row.depends().receiver()
        && on.isOnly(Cause.CONFIGURATION);
  }

  /** What is written, or was, has its form. */
  private boolean isWritten(LibraryCall call, MethodRow row) {
    return writing.isOfTree(call) || Written.readsBack(call, Rows.on(row.depends(), call, false));
  }

  /** {@code Files.copy} with options of {@code StandardCopyOption}. */
  private static boolean mayReplace(LibraryCall call, MethodRow row) {
    List<String> thrown = row.thrown();
    return thrown != null
        && thrown.contains("java.nio.file.FileAlreadyExistsException")
        && call.arguments().stream()
            .flatMap(argument -> argument.enumConstants().stream())
            .anyMatch(option -> REPLACING.contains(option.name()));
  }

  private boolean isKeyOwn(LibraryCall call) {
    List<Type> types = call.argumentTypes();
    return EntityKeys.areOwn(engine.program(), call.argument(0))
        || EntityKeys.areGenerated(engine.program(), call.argument(0))
        || (!types.isEmpty() && EntityKeys.areGenerated(engine.program(), types.get(0).erasure()));
  }

  /** A constraint is violated, which what was saved before, and not changed since, has kept. */
  private static boolean isTaken(MethodRow row) {
    return List.of("org.springframework.dao.DataIntegrityViolationException").equals(row.thrown());
  }

  /** Something is stored under a key that may be taken. */
  private static boolean isThere(MethodRow row) {
    List<String> thrown = row.thrown();
    return thrown != null
        && thrown.stream().anyMatch(type -> type.endsWith(".EntityExistsException"));
  }

  /** {@code get()} of a holder that is known to hold something. */
  private static boolean isUnwrapped(LibraryCall call) {
    return call.name().equals("get")
        && call.arguments().isEmpty()
        && Optionals.isThere(call.receiver());
  }

  /** It holds fewer than what was asked for. */
  private static boolean isOutOf(MethodRow row) {
    List<String> thrown = row.thrown();
    return thrown != null
        && thrown.stream()
            .allMatch(
                type ->
                    type.endsWith("NoSuchElementException")
                        || type.endsWith("IndexOutOfBoundsException"));
  }

  /** A file or entity is asked for that was there, or was written, before. */
  private static boolean isThere(MethodRow row, Dependence on) {
    return on.has(Trait.VOUCHED)
        && Objects.requireNonNull(row.thrown()).stream()
            .allMatch(type -> FILES.contains(type) || type.contains(".persistence."));
  }

  /** A store is asked for what something stored names. */
  private static boolean isStored(MethodRow row, Dependence on) {
    List<String> thrown = row.thrown();
    boolean ofJdk = thrown != null && thrown.stream().anyMatch(type -> type.startsWith("java."));
    return !ofJdk && on.first() == Cause.STATE;
  }

  /** A lookup that says by an exception that it finds nothing. */
  private boolean isMissing(MethodRow row) {
    List<String> thrown = row.thrown();
    return thrown != null
        && thrown.stream()
            .allMatch(
                type ->
                    engine
                        .catalogue()
                        .exception(type)
                        .map(known -> known.mode(Cause.REQUEST) == FailureMode.MISSING)
                        .orElse(false));
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

  /**
   * The library's {@code NullPointerException} is for what is absent, whatever else it depends on.
   */
  private static boolean throwsOnAbsence(MethodRow row) {
    return List.of("java.lang.NullPointerException").equals(row.thrown());
  }

  /** The compiler makes callers heed a checked exception, however rare it is. */
  private boolean isDeclared(MethodRow row, List<Type> declared) {
    return row.thrown() != null
        && row.thrown().stream()
            .anyMatch(
                type ->
                    declared.stream().anyMatch(d -> d.erasure().equals(type)) && isChecked(type));
  }

  private boolean isPutOnly(MethodRow row, Expr.@Nullable Call node) {
    List<String> thrown = row.thrown();
    return node != null && thrown != null && RowReferences.isPutOnly(node, thrown, frame.body());
  }

  /** {@code IntStream.range(…).mapToObj(list::get)}: who hands numbers to a list has counted it. */
  private static boolean isHanded(MethodRow row, Expr.@Nullable Call node) {
    return isOutOfRange(row) && (node == null || isOrdinal(node.arguments()));
  }

  /** A table has as many entries as the enum has constants. */
  private static boolean isOrdinal(List<Expr> arguments) {
    return arguments.size() == 1
        && arguments.get(0) instanceof Expr.Call call
        && call.name().equals("ordinal")
        && call.arguments().isEmpty();
  }

  private static boolean isOutOfRange(MethodRow row) {
    List<String> thrown = row.thrown();
    return thrown != null
        && thrown.stream().allMatch(type -> type.endsWith("IndexOutOfBoundsException"));
  }

  /** The first character or element of what has at least one, or the text after a known prefix. */
  private static boolean inRange(LibraryCall call, MethodRow row) {
    boolean afterPrefix =
        call.name().equals("substring") && call.argument(0).data().has(Trait.CHECKED);
    return afterPrefix || isAfterFirst(call) || isOneOf(call, row) || isEnd(call, row);
  }

  /** What follows the first character of a text that has one. */
  private static boolean isAfterFirst(LibraryCall call) {
    return call.name().equals("substring")
        && call.arguments().size() == 1
        && Integer.valueOf(1).equals(call.argument(0).constant())
        && call.receiver().data().has(Trait.NOT_EMPTY);
  }

  /** {@code getFirst()} or {@code getLast()} of what has at least one. */
  private static boolean isEnd(LibraryCall call, MethodRow row) {
    return isOutOf(row)
        && ENDS.contains(call.name())
        && call.arguments().isEmpty()
        && call.receiver().data().has(Trait.NOT_EMPTY);
  }

  private static boolean isOneOf(LibraryCall call, MethodRow row) {
    boolean first =
        call.receiver().data().has(Trait.NOT_EMPTY)
            && Integer.valueOf(0).equals(call.argument(0).constant());
    return (first || Ranges.isCounted(call.argument(0)))
        && call.arguments().size() == 1
        && isOutOfRange(row);
  }

  /** A test made sure that what is asked for is there. */
  private boolean excluded(LibraryCall call, MethodRow row) {
    return row.depends().receiver()
        && call.receiver().absence().isNone()
        && Holders.isHolder(call.owner());
  }

  private void throwAll(
      LibraryCall call, MethodRow row, Dependence on, boolean absence, Site here) {
    List<String> thrown = row.thrown();
    if (thrown == null) {
      return;
    }
    boolean sent = isMissing(row) && on.has(Trait.INPUT) && !Holders.isHolder(call.owner());
    boolean leftOut = (absence && on.has(Trait.LEFT_OUT)) || sent;
    boolean possible = leftOut || row.likelihood() != Likelihood.LIKELY;
    for (String type : thrown) {
      frame.raise(
          new Escape(
              inUse(call, type),
              here,
              possible ? Source.POSSIBLE : Source.CATALOGUE,
              call.label(),
              on.first(),
              absence,
              false,
              leftOut ? Inputs.mode(on) : mode(call, row),
              subject(call),
              cause(call, row, here, on)),
          new Via(here, null, null));
    }
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
    return named ? type : engine.inUse(type);
  }

  /** Of what a store gave there is less than was asked for. */
  private @Nullable FailureMode mode(LibraryCall call, MethodRow row) {
    if (isTaken(row)) {
      return new RowConstraints(engine.program()).mode(call);
    }
    boolean stored =
        isOutOf(row)
            && call.owners().stream().anyMatch(SEVERAL::contains)
            && call.receiver().data().first() == Cause.STATE;
    return stored ? FailureMode.MISSING : row.mode();
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
      if (type instanceof Type.Declared && isChecked(type.erasure())) {
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

  boolean isChecked(String type) {
    List<String> supertypes = engine.program().supertypes(type);
    if (supertypes.contains("java.lang.RuntimeException")
        || supertypes.contains("java.lang.Error")) {
      return false;
    }
    boolean checkedRow =
        engine.catalogue().exception(type).map(ExceptionRow::checked).orElse(false);
    return checkedRow || supertypes.contains("java.lang.Throwable");
  }
}
