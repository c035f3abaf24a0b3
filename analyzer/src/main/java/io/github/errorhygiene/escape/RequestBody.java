package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Habit;
import io.github.errorhygiene.catalogue.Role;
import io.github.errorhygiene.catalogue.Roles;
import io.github.errorhygiene.contract.Incident.Kind;
import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Event;
import io.github.errorhygiene.domain.Known;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Site;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.program.Nodes;
import io.github.errorhygiene.program.Type;
import io.github.errorhygiene.unit.Certainty;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Stmt;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows the request's body through streams and readers, and notes where it is read whole. */
public final class RequestBody {
  /** Field of what the body is read from: the kind of incident that reading it whole is. */
  private static final String READ = "#read";

  private static final List<String> STREAMS =
      List.of("java.io.InputStream", "java.io.Reader", "java.util.stream.BaseStream");

  /** What is written to these is kept in memory. */
  private static final Set<String> MEMORY = Roles.of(Role.MEMORY);

  private static final Set<String> KEEPING = Set.of("add", "append", "write");

  /** What a body can be asked for as that is as long as the body itself. */
  private static final Set<String> WHOLE = Set.of("java.lang.String", "byte[]", "char[]");

  private final Engine engine;
  private final Frame frame;

  RequestBody(Engine engine, Frame frame) {
    this.engine = engine;
    this.frame = frame;
  }

  /**
   * A stream or reader of the body.
   *
   * @param type binary name
   * @param kind what it would be to read it whole
   */
  public static Value of(String type, Kind kind) {
    Known stream = new Known.Instance(type, Map.of(READ, Value.constant(kind.name())));
    return Value.of(stream).withData(Dependence.REQUEST);
  }

  /** What a call gives, with what it has to do with the body. */
  Value follow(LibraryCall call, @Nullable Habit habit, Value result, Site here) {
    return habit == null ? passedOn(call, result) : known(call, habit, result, here);
  }

  private Value known(LibraryCall call, Habit habit, Value result, Site here) {
    switch (habit) {
      case GIVES_STREAM -> {
        return of(call.returnType().erasure(), Kind.STREAM_READ);
      }
      case GIVES_BODY -> {
        return of(call.returnType().erasure(), Kind.BODY_READ);
      }
      case GIVES_UPLOAD -> {
        return of(call.returnType().erasure(), Kind.UPLOAD_READ);
      }
      case READS_STREAM -> note(Kind.STREAM_READ, call, here);
      case READS_BODY -> note(Kind.BODY_READ, call, here);
      case READS_UPLOAD -> note(Kind.UPLOAD_READ, call, here);
      case READS_TO_END -> noteIf(isAskedWhole(call), call, here);
      case COPIES ->
          noteIf(call.argumentTypes().stream().anyMatch(RequestBody::isMemory), call, here);
      case READS_SOME -> noteIf(kind(call) != null && isCollected(), call, here);
      case LIMITS, RETRIES_AT_ONCE, RETRIES_FOREVER, PAUSES -> {
        return result;
      }
    }
    return result;
  }

  /** A reader of a stream, the lines of a reader. */
  private Value passedOn(LibraryCall call, Value result) {
    @Nullable Kind kind = kind(call);
    if (kind == null) {
      return result;
    }
    String type = call.returnType().erasure();
    boolean stream =
        STREAMS.stream().anyMatch(each -> engine.program().isSubtype(type, each) == Certainty.YES);
    return stream ? of(type, kind) : result;
  }

  /**
   * What reading the body whole would be that a call is made on, or given; null if there is none.
   */
  private static @Nullable Kind kind(LibraryCall call) {
    return Stream.concat(Stream.of(call.receiver()), call.arguments().stream())
        .flatMap(value -> value.field(READ).strings().stream())
        .findFirst()
        .map(Kind::valueOf)
        .orElse(null);
  }

  /** Other objects than texts and arrays are made of it piece by piece. */
  private static boolean isAskedWhole(LibraryCall call) {
    List<String> classes =
        call.arguments().stream().flatMap(argument -> argument.classes().stream()).toList();
    return classes.isEmpty() || classes.stream().anyMatch(WHOLE::contains);
  }

  private static boolean isMemory(Type type) {
    return MEMORY.contains(type.erasure());
  }

  /** The loop around keeps what it reads, and nothing in it looks whether that is too much. */
  private boolean isCollected() {
    @Nullable Stmt loop = frame.targets().loop();
    if (loop == null) {
      return false;
    }
    AtomicBoolean keeps = new AtomicBoolean();
    AtomicBoolean refuses = new AtomicBoolean();
    Nodes.visit(
        loop,
        node -> {
          if (node instanceof Expr.Call call && isKept(call)) {
            keeps.set(true);
          }
          if (node instanceof Stmt.Throw || node instanceof Stmt.Return) {
            refuses.set(true);
          }
        });
    return keeps.get() && !refuses.get();
  }

  private boolean isKept(Expr.Call call) {
    return KEEPING.contains(call.name())
        && call.receiver() != null
        && isMemory(frame.body().typeOf(call.receiver()));
  }

  private void noteIf(boolean whole, LibraryCall call, Site here) {
    @Nullable Kind kind = whole ? kind(call) : null;
    if (kind != null) {
      note(kind, call, here);
    }
  }

  private void note(Kind kind, LibraryCall call, Site here) {
    frame.noted().here(new Event(kind, here, call.label(), null, "", Certainty.NO));
  }
}
