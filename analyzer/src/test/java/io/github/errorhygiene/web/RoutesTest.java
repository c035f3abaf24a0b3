package io.github.errorhygiene.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.catalogue.Catalogue;
import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.domain.LibraryCall;
import io.github.errorhygiene.escape.Engine;
import io.github.errorhygiene.library.LibraryModel;
import io.github.errorhygiene.program.ClassSource;
import io.github.errorhygiene.program.Program;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Unit;
import io.github.errorhygiene.web.RouteRow.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Routes that a program registers by calls of a made-up framework. */
class RoutesTest {
  private static final RouteRows ROWS = RouteRows.load(RoutesTest.class, "acme-routes.yaml");
  private static final ClassPath JDK = ClassPath.of(List.of());

  @Test
  void a_call_adds_a_route() {
    assertThat(
            routes(
                """
                class Server {
                  void start(Router router) { router.get("/orders", Orders::list); }
                }
                class Orders { static void list(Object request) {} }
                """))
        .containsExactly("GET /orders Orders#list");
  }

  @Test
  void calls_can_be_chained_and_handlers_be_of_any_form() {
    assertThat(
            routes(
                """
                class Server {
                  private final Orders orders = new Orders();
                  void start(Router router) {
                    router
                        .get("/a", request -> orders.list(request))
                        .post("/b", orders::list)
                        .post("/c", new Create());
                  }
                }
                class Orders { void list(Object request) {} }
                class Create implements acme.Handler { public void handle(Object request) {} }
                """,
                "package acme; public interface Handler { void handle(Object request); }"))
        .containsExactly("GET /a Server#start", "POST /b Orders#list", "POST /c Create#handle");
  }

  @Test
  void helpers_run_with_what_they_are_given() {
    assertThat(
            routes(
                """
                class Server {
                  static final String BASE = "/api";
                  void start(Router router) { crud(router, BASE + "/orders"); crud(router, "/items"); }
                  static void crud(Router router, String base) {
                    router.get(base, Server::any);
                    router.get(base + "/{id}", Server::any);
                  }
                  static void any(Object request) {}
                }
                """))
        .containsExactlyInAnyOrder(
            "GET /api/orders Server#any",
            "GET /api/orders/{id} Server#any",
            "GET /items Server#any",
            "GET /items/{id} Server#any");
  }

  @Test
  void groups_nest() {
    assertThat(
            routes(
                """
                class Server {
                  void start(Router router) {
                    router.group("/api", () -> {
                      router.get("/health", Server::any);
                      router.group("orders", () -> router.post("/", Server::any));
                    });
                    router.get("/", Server::any);
                  }
                  static void any(Object request) {}
                }
                """))
        .containsExactly(
            "GET / Server#any", "GET /api/health Server#any", "POST /api/orders/ Server#any");
  }

  @Test
  void a_group_s_function_may_be_given_the_group() {
    assertThat(
            routes(
                """
                class Server {
                  void start(Router router) { router.group("/api", this::inner); }
                  private void inner(Router group) { group.get("/x", r -> {}); }
                }
                """))
        .containsExactly("GET /api/x Server#inner");
  }

  @Test
  void routers_are_mounted_where_other_methods_made_them() {
    assertThat(
            routes(
                """
                class Server {
                  void start(Router router) {
                    router.mount("/orders/*", new Orders().router());
                    router.mount("/v1", Router.create().mount("/items", Items.router()));
                  }
                }
                class Orders {
                  Router router() {
                    Router own = Router.create();
                    own.get("/{id}", this::get);
                    return own;
                  }
                  void get(Object request) {}
                }
                class Items {
                  static Router router() { return Router.create().get("/", r -> {}); }
                }
                """))
        .containsExactly("GET /orders/{id} Orders#get", "GET /v1/items/ Items#router");
  }

  @Test
  void what_subclasses_register_runs_for_each() {
    assertThat(
            routes(
                """
                abstract class Base {
                  void start(Router router) { router.get(path(), r -> {}); }
                  abstract String path();
                }
                class A extends Base { String path() { return "/a"; } }
                class B extends Base { String path() { return "/b"; } }
                """))
        .containsExactly("GET /a Base#start", "GET /b Base#start");
  }

  @Test
  void the_method_may_be_an_argument_and_the_path_unknown() {
    assertThat(
            routes(
                """
                class Server {
                  void start(Router router, String path) { router.add("PUT", path, r -> {}); }
                }
                """))
        .containsExactly("PUT {?} Server#start");
  }

  private static List<String> routes(String... sources) {
    List<Unit> units = new ArrayList<>();
    for (String source : sources) {
      String imports = source.startsWith("package") ? "" : "import acme.Router;\n";
      units.add(SourceReader.lower("File" + units.size() + ".java", imports + source));
    }
    Catalogue catalogue = Catalogue.bundled();
    Program program = Program.link(units, ClassSource.of(JDK));
    Engine engine = new Engine(program, catalogue, model());
    Project project =
        new Project(program, engine, catalogue, type -> false, units, Map.of(), List::of);
    Routes routes = Routes.of(project, ROWS);
    Codes codes = new Codes(program);
    List<String> lines = new ArrayList<>();
    for (Routes.Entry entry : routes.entries(Role.ROUTE)) {
      int handler = entry.row().index(entry.call(), "handler");
      for (String path : routes.paths(entry)) {
        for (Code code : codes.of(entry.call(), handler)) {
          lines.add(entry.row().methods(entry.call()).get(0) + " " + path + " " + code.label());
        }
      }
    }
    return lines.stream().sorted().toList();
  }

  private static LibraryModel model() {
    return new LibraryModel() {
      @Override
      public Effect call(LibraryCall call) {
        return null;
      }

      @Override
      public Setup setup(LibraryCall call) {
        return ROWS.setup(call);
      }
    };
  }
}
