package io.github.errorhygiene.escape;

import io.github.errorhygiene.catalogue.Enabling;
import io.github.errorhygiene.catalogue.Enabling.Switch;
import io.github.errorhygiene.catalogue.ProxyRow;
import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which proxies a program has turned on that are off by default. */
public final class Enabled {
  private final Program program;
  private final Map<Enabling, Boolean> off = new HashMap<>();

  public Enabled(Program program) {
    this.program = program;
  }

  /** Whether nothing turns it on: then the annotation changes nothing. */
  public boolean isOff(ProxyRow row) {
    @Nullable Enabling enabling = row.enabling();
    return enabling != null && off.computeIfAbsent(enabling, this::isOff);
  }

  private boolean isOff(Enabling enabling) {
    return program.imports(enabling.known())
        && program.sourceTypes().stream()
            .noneMatch(type -> enabling.switches().stream().anyMatch(each -> turns(type, each)));
  }

  private static boolean turns(TypeSymbol type, Switch each) {
    @Nullable AnnotationSymbol annotation = type.annotation(each.annotation());
    if (annotation == null) {
      return false;
    }
    Object said = each.member() == null ? null : annotation.value(each.member());
    return said == null ? each.byDefault() : !Boolean.FALSE.equals(said);
  }
}
