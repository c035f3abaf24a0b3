package io.github.errorhygiene.routed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.errorhygiene.contract.Failure;
import io.github.errorhygiene.unit.Certainty;
import java.util.List;
import org.junit.jupiter.api.Test;

class JettyTest {
  @Test
  void findsHandlersOfContexts() {
    assertThat(endpoints("contexts.addHandler(new ContextHandler(new Lamps(), \"/lamps\"));"))
        .containsExactly("ANY /lamps");
  }

  @Test
  void findsHandlersThatContextsAreGivenLater() {
    String setup =
        """
        ContextHandler lamps = new ContextHandler("/lamps");
        lamps.setHandler(new Lamps());
        contexts.addHandler(lamps);
        """;

    assertThat(endpoints(setup)).containsExactly("ANY /lamps");
  }

  @Test
  void findsHandlersByPathSpecifications() {
    String setup =
        """
        PathMappingsHandler mappings = new PathMappingsHandler();
        mappings.addMapping(new ServletPathSpec("/lamps/*"), new Lamps());
        mappings.addMapping(PathSpec.from("/bulbs"), new Lamps());
        contexts.addHandler(mappings);
        """;

    assertThat(endpoints(setup)).containsExactly("ANY /bulbs", "ANY /lamps/*");
  }

  @Test
  void findsHandlersWithoutContexts() {
    assertThat(endpoints("contexts.addHandler(new Lamps());")).containsExactly("ANY /");
  }

  @Test
  void leavesOutHandlersAroundOthers() {
    String setup =
        """
        Counted counted = new Counted();
        counted.setHandler(new ContextHandler(new Lamps(), "/lamps"));
        contexts.addHandler(counted);
        """;

    assertThat(endpoints(setup)).containsExactly("ANY /lamps");
  }

  @Test
  void findsHandlersBelowHandlersAroundThemInContexts() {
    String setup =
        """
        Counted counted = new Counted();
        counted.setHandler(new Lamps());
        ContextHandler lamps = new ContextHandler("/lamps");
        lamps.setHandler(counted);
        contexts.addHandler(lamps);
        """;

    assertThat(endpoints(setup)).containsExactly("ANY /lamps");
  }

  @Test
  void aHandlerAroundOthersAnswersWhatItCatches() {
    String source =
        """
        import jakarta.servlet.http.*;
        import java.io.IOException;
        import org.eclipse.jetty.server.*;
        import org.eclipse.jetty.server.handler.*;
        class Main {
          void start(Server server) {
            Guarding guarding = new Guarding();
            guarding.setHandler(new Lamps());
            ContextHandler lamps = new ContextHandler("/lamps");
            lamps.setHandler(guarding);
            server.setHandler(lamps);
          }
        }
        class Guarding extends HandlerWrapper {
          public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
              throws IOException, jakarta.servlet.ServletException {
            try {
              super.handle(target, base, request, response);
            } catch (IllegalStateException e) {
              response.sendError(409);
            }
          }
        }
        class Lamps extends AbstractHandler {
          public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response) {
            if (target.isEmpty()) {
              throw new IllegalStateException();
            }
            throw new UnsupportedOperationException();
          }
        }
        """;

    assertThat(Applications.of("jetty", source).contracts().get(0).failures())
        .extracting(Failure::exception, failure -> failure.answer().status())
        .containsExactlyInAnyOrder(
            tuple("java.lang.IllegalStateException", 409),
            tuple("java.lang.UnsupportedOperationException", 500));
  }

  @Test
  void aCallbackThatFailsBeginsANewAnswer() {
    String source =
        """
        import org.eclipse.jetty.server.*;
        import org.eclipse.jetty.util.Callback;
        class Main {
          void start(Server server) {
            Identified identified = new Identified();
            identified.setHandler(new Lamps());
            server.setHandler(identified);
          }
        }
        class Identified extends Handler.Wrapper {
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            response.getHeaders().put("X-Request-Id", "7");
            return super.handle(request, response, callback);
          }
        }
        class Lamps extends Handler.Abstract {
          public boolean handle(Request request, Response response, Callback callback) {
            %s
          }
        }
        """;

    assertThat(requestIds(source.formatted("throw new IllegalStateException();")))
        .containsExactly(Certainty.YES);
    assertThat(
            requestIds(
                source.formatted("callback.failed(new IllegalStateException()); return true;")))
        .containsExactly(Certainty.NO);
  }

  private static List<Certainty> requestIds(String source) {
    return Applications.of("jetty", source).contracts().get(0).failures().stream()
        .map(failure -> failure.answer().requestId())
        .toList();
  }

  private static List<String> endpoints(String setup) {
    String source =
        """
        import org.eclipse.jetty.http.pathmap.*;
        import org.eclipse.jetty.server.*;
        import org.eclipse.jetty.server.handler.*;
        import org.eclipse.jetty.util.Callback;
        class Main {
          void start(Server server) {
            ContextHandlerCollection contexts = new ContextHandlerCollection();
            %s
            server.setHandler(contexts);
          }
        }
        class Counted extends Handler.Wrapper {
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            return super.handle(request, response, callback);
          }
        }
        class Lamps extends Handler.Abstract {
          public boolean handle(Request request, Response response, Callback callback) {
            throw new IllegalStateException();
          }
        }
        """
            .formatted(setup);
    return Applications.of("jetty", source).contracts().stream()
        .map(contract -> contract.endpoint().label())
        .toList();
  }
}
