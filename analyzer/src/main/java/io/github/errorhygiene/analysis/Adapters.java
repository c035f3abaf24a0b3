package io.github.errorhygiene.analysis;

import io.github.errorhygiene.armeria.ArmeriaAdapter;
import io.github.errorhygiene.jaxrs.JaxRsAdapter;
import io.github.errorhygiene.micronaut.MicronautAdapter;
import io.github.errorhygiene.routed.RoutedAdapter;
import io.github.errorhygiene.servlet.ServletAdapter;
import io.github.errorhygiene.spring.SpringAdapter;
import io.github.errorhygiene.web.Adapter;
import java.util.List;

/** The frameworks that the tool knows. */
final class Adapters {
  static final List<Adapter> ALL =
      List.of(
          new ArmeriaAdapter(),
          new JaxRsAdapter(),
          new MicronautAdapter(),
          new RoutedAdapter("helidon"),
          new RoutedAdapter("httpserver"),
          new RoutedAdapter("javalin"),
          new RoutedAdapter("jetty"),
          new RoutedAdapter("spark"),
          new RoutedAdapter("undertow"),
          new RoutedAdapter("vertx"),
          new ServletAdapter(),
          SpringAdapter.SERVLET,
          SpringAdapter.REACTIVE);

  private Adapters() {}
}
