package io.github.errorhygiene.proxy;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.program.ClassSource;
import io.github.errorhygiene.program.MethodSymbol;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.program.TypeSymbol;
import io.github.errorhygiene.source.SourceReader;
import java.util.List;
import java.util.Objects;

/** Whether a pointcut selects {@code com.acme.order.OrderService#get(String)}. */
final class Pointcuts {
  static final String YES = "yes";
  static final String NO = "no";

  private static final ClassPath LIBRARIES = ClassPath.of(List.of());

  private static final String SERVICE =
      """
      package com.acme.order;
      @org.springframework.stereotype.Service public class OrderService {
        @com.acme.Audited public String get(String id) { return id; }
      }
      """;

  private static final String ASPECT =
      """
      package com.acme;
      import org.aspectj.lang.annotation.*;
      @Aspect @org.springframework.stereotype.Component class Watch {
        @Pointcut("@annotation(Audited)") void audited() {}
        @Before("%s") void watch() {}
      }
      @interface Audited {}
      """;

  private Pointcuts() {}

  /** {@link #YES}, {@link #NO}, or why that is not known. */
  static String selected(String pointcut) {
    Program program =
        Program.link(
            List.of(
                SourceReader.lower("OrderService.java", SERVICE),
                SourceReader.lower("Watch.java", ASPECT.formatted(pointcut))),
            ClassSource.of(LIBRARIES),
            name -> List.of());
    ContainerProxies proxies =
        new ContainerProxies(
            program, Catalogue.bundled(), type -> false, type -> false, prefix -> true);
    TypeSymbol type = Objects.requireNonNull(program.type("com.acme.order.OrderService"));
    MethodSymbol get =
        type.methods().stream().filter(m -> m.name().equals("get")).findFirst().orElseThrow();
    boolean selected = !proxies.around(type, get).isEmpty();
    return proxies.gaps().isEmpty() ? (selected ? YES : NO) : proxies.gaps().get(0).message();
  }
}
