package io.github.errorhygiene.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.errorhygiene.source.FileTree;
import io.github.errorhygiene.template.Templates;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.webxml.WebXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServletsTest {
  private static final String X =
      """
      class X extends HttpServlet {
        protected void doGet(HttpServletRequest req, HttpServletResponse res) { res.setStatus(204); }
      }
      """;

  @Test
  void findsServletsByTheirAnnotation() {
    WebApp app =
        WebApp.of(
            """
            @WebServlet(urlPatterns = {"/a", "*.do"})
            class A extends HttpServlet {
              protected void doGet(HttpServletRequest req, HttpServletResponse res) {}
              protected void doPost(HttpServletRequest req, HttpServletResponse res) { res.setStatus(201); }
            }
            """);

    assertThat(app.endpoints())
        .containsExactly("GET /*.do [200]", "POST /*.do [201]", "GET /a [200]", "POST /a [201]");
  }

  @Test
  void findsServletsOfWebXml() {
    WebXml.Servlet servlet = new WebXml.Servlet("x", "X", List.of("/x"));

    WebApp app = WebApp.of(X).with(new WebXml("web.xml", List.of(servlet), List.of(), List.of()));

    assertThat(app.endpoints()).containsExactly("GET /x [204]");
  }

  @Test
  void leavesOutServletsThatNothingMaps() {
    assertThat(WebApp.of(X).endpoints()).isEmpty();
  }

  @Test
  void leavesOutServletsThatHandOverToAnotherFramework() {
    WebApp app =
        WebApp.of(
            """
            @WebServlet("/a/*")
            class A extends HttpServlet {
              io.javalin.http.JavalinServlet javalin;
              protected void service(HttpServletRequest req, HttpServletResponse res)
                  throws ServletException, IOException {
                javalin.service(req, res);
              }
            }
            """);

    assertThat(app.endpoints()).isEmpty();
  }

  @Test
  void findsServletsThatAProgramMaps() {
    WebApp app =
        WebApp.of(X)
            .and(
                """
                class Setup implements ServletContextListener {
                  public void contextInitialized(ServletContextEvent event) {
                    event.getServletContext().addServlet("x", X.class).addMapping("/x", "/x/*");
                  }
                }
                """);

    assertThat(app.endpoints()).containsExactly("GET /x [204]", "GET /x/* [204]");
  }

  @Test
  void findsServletsOfGuice() {
    WebApp app =
        WebApp.of(X)
            .and(
                """
                class Web extends com.google.inject.servlet.ServletModule {
                  protected void configureServlets() { serve(all("/x")).with(X.class); }
                  private String all(String path) { return path.endsWith("/*") ? path : path + "/*"; }
                }
                """);

    assertThat(app.endpoints()).containsExactly("GET /x/* [204]");
  }

  @Test
  void findsServletsOfSpringBoot() {
    WebApp app =
        WebApp.of(X)
            .and(
                """
                import org.springframework.boot.web.servlet.ServletRegistrationBean;
                class Config {
                  ServletRegistrationBean<X> x() { return new ServletRegistrationBean<>(new X(), "/x"); }
                }
                """);

    assertThat(app.endpoints()).containsExactly("GET /x [204]");
  }

  @Test
  void asksTheConcreteServletWhatAnInheritedMethodCalls() {
    WebApp app =
        WebApp.of(
            """
            abstract class Base extends HttpServlet {
              protected void doGet(HttpServletRequest req, HttpServletResponse res) { handle(res); }
              abstract void handle(HttpServletResponse res);
            }
            @WebServlet("/a") class A extends Base { void handle(HttpServletResponse res) { res.setStatus(201); } }
            @WebServlet("/b") class B extends Base { void handle(HttpServletResponse res) { res.setStatus(202); } }
            """);

    assertThat(app.endpoints()).containsExactly("GET /a [201]", "GET /b [202]");
  }

  @Test
  void oneEndpointForAServletThatTakesAnyMethod() {
    WebApp app =
        WebApp.of(
            """
            @WebServlet("/a")
            class A extends HttpServlet {
              protected void service(HttpServletRequest req, HttpServletResponse res) {}
            }
            """);

    assertThat(app.endpoints()).containsExactly("ANY /a [200]");
  }

  @Test
  void leavesTheContainerToAnswerWhatNobodyCatches() {
    assertThat(WebApp.answering("find(req.getQueryString().trim());").rows())
        .contains("Missing 500 text/html [] id=NO");
  }

  @Test
  void readsWhatACatchClauseDoesToTheResponse() {
    WebApp app =
        WebApp.answering(
            """
            try {
              res.getWriter().write(find(req.getHeader("a").trim()));
            } catch (Missing e) {
              res.setStatus(404);
              res.setContentType("application/json");
              res.getWriter().print("{\\"code\\": 1, \\"in\\": {\\"no\\": 2}}");
            }
            """);

    assertThat(app.rows()).contains("Missing 404 application/json [code, in] id=NO");
  }

  @Test
  void sendsErrorsToThePageForTheirStatus() {
    WebXml.ErrorPage page = new WebXml.ErrorPage(404, "", "/missing.json", new Position(1, 1));

    WebApp app =
        WebApp.answering("res.sendError(404);")
            .with(new WebXml("web.xml", List.of(), List.of(), List.of(page)));

    assertThat(app.rows())
        .containsExactly("the handler answers 404 itself 404 application/json [] id=NO");
  }

  @Test
  void sendsExceptionsToThePageOfTheNearestClass() {
    WebXml.ErrorPage all =
        new WebXml.ErrorPage(0, "java.lang.Exception", "/all.html", new Position(1, 1));
    WebXml.ErrorPage missing = new WebXml.ErrorPage(0, "Missing", "/m.json", new Position(2, 1));

    WebApp app =
        WebApp.answering("throw new ServletException(new Missing(req.getQueryString()));")
            .with(new WebXml("web.xml", List.of(), List.of(), List.of(missing)));
    WebApp shadowed =
        WebApp.answering("throw new ServletException(new Missing(req.getQueryString()));")
            .with(new WebXml("web.xml", List.of(), List.of(), List.of(missing, all)));

    assertThat(app.rows()).contains("ServletException 500 application/json [] id=NO");
    assertThat(shadowed.rows()).contains("ServletException 500 text/html [] id=NO");
  }

  @Test
  void aJspSeesTheExceptionThatItIsThePageFor(@TempDir Path project) throws IOException {
    Files.writeString(
        project.resolve("error.jsp"),
        "<%@ page isErrorPage=\"true\" %> ${pageContext.exception.message}"
            + " <% exception.printStackTrace(new java.io.PrintWriter(out)); %>");
    WebXml.ErrorPage page =
        new WebXml.ErrorPage(0, "java.lang.Throwable", "/error.jsp", new Position(1, 1));

    WebApp app =
        WebApp.answering(
                "java.nio.file.Files.readString(java.nio.file.Path.of(req.getQueryString()));")
            .with(new WebXml("web.xml", List.of(), List.of(), List.of(page)))
            .with(Templates.of(new FileTree(project)));

    assertThat(app.application().contracts().get(0).failures())
        .extracting(failure -> failure.answer().exposes())
        .contains(List.of("message", "stack-trace"));
  }

  @Test
  void letsFiltersAnswer() {
    WebApp app =
        WebApp.answering("find(req.getHeader(\"a\").trim());")
            .and(
                filter(
                    "\"/*\"",
                    "try { chain.doFilter(req, res); } catch (Missing e) { res.sendError(404); }"));

    assertThat(app.rows()).contains("Missing 404 text/html [] id=NO");
  }

  @Test
  void asksOnlyFiltersOfThePath() {
    WebApp app =
        WebApp.answering("find(req.getHeader(\"a\").trim());")
            .and(
                filter(
                    "\"/y/*\"",
                    "try { chain.doFilter(req, res); } catch (Missing e) { res.sendError(404); }"));

    assertThat(app.rows()).contains("Missing 500 text/html [] id=NO");
  }

  @Test
  void keepsTheRequestIdThatAFilterSetsFirst() {
    WebApp app =
        WebApp.answering("find(req.getHeader(\"a\").trim());")
            .and(
                filter(
                    "\"/*\"", "res.setHeader(\"X-Request-Id\", \"1\"); chain.doFilter(req, res);"));

    assertThat(app.rows()).contains("Missing 500 text/html [] id=YES");
  }

  @Test
  void losesTheRequestIdWhenTheResponseIsReset() {
    WebApp app =
        WebApp.answering("res.reset(); res.setStatus(400);")
            .and(
                filter(
                    "\"/*\"", "res.setHeader(\"X-Request-Id\", \"1\"); chain.doFilter(req, res);"));

    assertThat(app.rows()).containsExactly("the handler answers 400 itself 400 - [] id=NO");
  }

  @Test
  void addsWhatFiltersRefuse() {
    WebApp app =
        WebApp.answering("")
            .and(
                filter(
                    "\"/*\"",
                    "if (req.getHeader(\"a\") == null) { res.sendError(401); return; } chain.doFilter(req, res);"));

    assertThat(app.rows()).containsExactly("F#doFilter answers 401 itself 401 text/html [] id=NO");
  }

  private static String filter(String pattern, String statements) {
    return """
        @WebFilter(%s)
        class F extends HttpFilter {
          protected void doFilter(HttpServletRequest req, HttpServletResponse res, FilterChain chain)
              throws IOException, ServletException {
            %s
          }
        }
        """
        .formatted(pattern, statements);
  }
}
