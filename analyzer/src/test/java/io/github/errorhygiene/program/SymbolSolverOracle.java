package io.github.errorhygiene.program;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Position;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.resolution.declarations.ResolvedConstructorDeclaration;
import com.github.javaparser.resolution.declarations.ResolvedMethodLikeDeclaration;
import com.github.javaparser.resolution.types.ResolvedType;
import com.github.javaparser.symbolsolver.JavaSymbolSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.CombinedTypeSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.JarTypeSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.JavaParserTypeSolver;
import com.github.javaparser.symbolsolver.resolution.typesolvers.ReflectionTypeSolver;
import io.github.errorhygiene.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * What JavaParser's symbol solver says that calls mean, in the form of {@link OurCalls}. Calls that
 * it cannot resolve, gives up on or does not finish in time are missing.
 */
final class SymbolSolverOracle {
  private static final long SECONDS_A_CALL = 5;
  private static final Pattern TYPE_ARGUMENTS = Pattern.compile("<.*>");

  /** It numbers anonymous classes at random. */
  private static final String ANONYMOUS = ".Anonymous-";

  private static final int DEEPEST_BOUND = 8;
  private static final long STACK_SIZE = 64L << 20;

  private final SortedMap<String, String> methods = new TreeMap<>();
  private final JavaParser parser;
  private ExecutorService worker = worker();

  private SymbolSolverOracle(List<SourceFile> files, List<Path> classPath) throws IOException {
    ParserConfiguration configuration = configuration();
    CombinedTypeSolver types = new CombinedTypeSolver();
    types.add(new ReflectionTypeSolver());
    roots(files).forEach(root -> types.add(new JavaParserTypeSolver(root, configuration())));
    for (Path entry : classPath) {
      if (entry.toString().endsWith(".jar")) {
        types.add(new JarTypeSolver(entry));
      }
    }
    configuration.setSymbolResolver(new JavaSymbolSolver(types));
    parser = new JavaParser(configuration);
  }

  private static ParserConfiguration configuration() {
    ParserConfiguration configuration =
        new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE);
    return configuration;
  }

  static SortedMap<String, String> of(List<SourceFile> files, List<Path> classPath)
      throws IOException {
    SymbolSolverOracle oracle = new SymbolSolverOracle(files, classPath);
    for (SourceFile file : files) {
      oracle.read(file);
    }
    oracle.worker.shutdownNow();
    return oracle.methods;
  }

  /** The directories that the packages start in. */
  private static Set<Path> roots(List<SourceFile> files) throws IOException {
    Set<Path> roots = new LinkedHashSet<>();
    for (SourceFile file : files) {
      CompilationUnit unit =
          new JavaParser(configuration()).parse(file.location()).getResult().orElse(null);
      if (unit != null) {
        Path directory = file.location().getParent();
        int depth =
            unit.getPackageDeclaration()
                .map(p -> p.getNameAsString().split("\\.", -1).length)
                .orElse(0);
        for (int i = 0; i < depth && directory != null; i++) {
          directory = directory.getParent();
        }
        if (directory != null) {
          roots.add(directory);
        }
      }
    }
    return roots;
  }

  private static ExecutorService worker() {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(null, work, "symbol-solver", STACK_SIZE);
          thread.setDaemon(true);
          return thread;
        });
  }

  private void read(SourceFile file) throws IOException {
    CompilationUnit unit = parser.parse(Files.readString(file.location())).getResult().orElse(null);
    if (unit != null) {
      unit.walk(node -> read(file.path(), node));
    }
  }

  private void read(String file, Node node) {
    if (node instanceof MethodCallExpr call) {
      call.getName().getBegin().ifPresent(at -> add(file, at, call::resolve));
    } else if (node instanceof ObjectCreationExpr creation
        && creation.getAnonymousClassBody().isEmpty()) {
      creation.getBegin().ifPresent(at -> add(file, at, creation::resolve));
    } else if (node instanceof MethodReferenceExpr reference) {
      int length = reference.getIdentifier().length();
      reference
          .getEnd()
          .ifPresent(
              end ->
                  add(file, new Position(end.line, end.column - length + 1), reference::resolve));
    }
  }

  private void add(
      String file, Position at, Supplier<? extends ResolvedMethodLikeDeclaration> resolve) {
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(() -> text(resolve.get()), worker);
    try {
      String method = answer.get(SECONDS_A_CALL, TimeUnit.SECONDS);
      if (!method.contains(ANONYMOUS)) {
        methods.put(OurCalls.place(file, at.line, at.column), method);
      }
    } catch (TimeoutException e) {
      worker.shutdownNow();
      worker = worker();
    } catch (ExecutionException e) {
      // not resolved, or a defect of the solver: nothing to compare with
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** To the end: its own erasure of {@code S extends T} is {@code T}, that of a bound generic. */
  private static String erased(ResolvedType type) {
    ResolvedType erased = type.erasure();
    for (int i = 0; i < DEEPEST_BOUND && erased.isTypeVariable(); i++) {
      erased = erased.erasure();
    }
    return erased.isTypeVariable()
        ? "java.lang.Object"
        : TYPE_ARGUMENTS.matcher(erased.describe()).replaceAll("");
  }

  private static String text(ResolvedMethodLikeDeclaration method) {
    StringJoiner parameters = new StringJoiner(",", "(", ")");
    for (int i = 0; i < method.getNumberOfParams(); i++) {
      boolean spread = method.getParam(i).isVariadic();
      String type = erased(method.getParam(i).getType());
      parameters.add(spread && !type.endsWith("[]") ? type + "[]" : type);
    }
    String name = method instanceof ResolvedConstructorDeclaration ? "<init>" : method.getName();
    return method.declaringType().getQualifiedName() + "#" + name + parameters;
  }
}
