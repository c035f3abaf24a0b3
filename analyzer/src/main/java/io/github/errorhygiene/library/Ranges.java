package io.github.errorhygiene.library;

import io.github.errorhygiene.domain.Dependence;
import io.github.errorhygiene.domain.Dependence.Trait;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.domain.Value;
import io.github.errorhygiene.unit.Expr;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Numbers that count what something holds: as indices into it they will do. */
public final class Ranges {
  private static final Set<String> SIZES = Set.of("length", "size");

  private static final String PAGE = "org.springframework.data.domain.PageRequest";

  /** Of an index that was counted. */
  private static final Dependence COUNTED = Dependence.CONSTANT.with(Trait.CHECKED);

  private Ranges() {}

  /** What {@code IntStream.range(0, list.size())} gives; null of anything else. */
  public static @Nullable Value result(LibraryCall call, Expr.@Nullable Call node) {
    boolean range =
        node != null
            && call.name().equals("range")
            && call.owner().equals("java.util.stream.IntStream")
            && isSize(node.arguments().get(node.arguments().size() - 1));
    return range ? Value.unknown(COUNTED) : null;
  }

  private static boolean isSize(Expr end) {
    return (end instanceof Expr.Call size && SIZES.contains(size.name()))
        || (end instanceof Expr.Select field && SIZES.contains(field.name()));
  }

  /** How many there are in what has at least one. */
  public static boolean countsSome(LibraryCall call) {
    return SIZES.contains(call.name())
        && call.arguments().isEmpty()
        && call.receiver().data().has(Trait.NOT_EMPTY);
  }

  /** A page that begins with the first row, and is as long as something that has at least one. */
  public static boolean isPageOfSome(LibraryCall call) {
    return call.owner().equals(PAGE)
        && call.name().equals("of")
        && Integer.valueOf(0).equals(call.argument(0).constant())
        && call.argument(1).data().has(Trait.NOT_EMPTY);
  }

  /** Whether an index was counted, whatever it is an index of. */
  public static boolean isCounted(Value index) {
    return !index.data().varies() && index.data().has(Trait.CHECKED);
  }
}
