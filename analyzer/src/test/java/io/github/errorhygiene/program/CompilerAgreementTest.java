package io.github.errorhygiene.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.github.errorhygiene.classfile.ClassPath;
import io.github.errorhygiene.source.SourceFile;
import io.github.errorhygiene.source.SourceFiles;
import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Unit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** On real code, this package's own, the compiler is asked which method each call means. */
class CompilerAgreementTest {
  private static final Path SOURCES =
      Path.of("src/main/java/io/github/errorhygiene/program").toAbsolutePath();
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @Test
  void callsMeanWhatTheCompilerSays() throws IOException {
    List<SourceFile> files = SourceFiles.find(SOURCES, List.of(SOURCES)).files();
    Map<String, String> truth = new Compiler(files).methods();
    Map<String, String> ours = ours(files);

    List<String> wrong = new ArrayList<>();
    truth.forEach(
        (place, method) -> {
          if (!method.equals(ours.get(place))) {
            wrong.add(place + ": " + ours.get(place) + " instead of " + method);
          }
        });
    assertThat(truth).hasSizeGreaterThan(1000);
    assertThat(wrong).as("calls that we see differently").hasSizeLessThan(truth.size() / 200);
  }

  private static Map<String, String> ours(List<SourceFile> files) {
    List<Unit> units = SourceReader.read(files, 1, n -> {});
    List<Path> classPath =
        Arrays.stream(CLASS_PATH.split(File.pathSeparator)).map(Path::of).toList();
    Program program = Program.link(units, ClassSource.of(ClassPath.of(classPath)));
    Map<String, String> methods = new HashMap<>();
    Linked.forEach(program, found -> add(found, methods));
    return methods;
  }

  private static void add(Linked.Found found, Map<String, String> methods) {
    MethodSymbol method = found.body().methodOf(found.node());
    if (method != null) {
      Position position = found.node().position();
      String place = found.type().unit().path() + ":" + position.line() + ":" + position.column();
      methods.put(place, method.name() + parameters(method));
    }
  }

  private static String parameters(MethodSymbol method) {
    return method.parameterTypes().stream()
        .map(Type::erasure)
        .collect(Collectors.joining(",", "(", ")"));
  }

  /** What the compiler says; by file, line and column of the method's name. */
  private static final class Compiler {
    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, String> methods = new HashMap<>();
    private final JavacTask task;
    private final Trees trees;

    Compiler(List<SourceFile> files) {
      files.forEach(f -> paths.put(f.location().toUri().toString(), f.path()));
      var compiler = ToolProvider.getSystemJavaCompiler();
      StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
      var sources =
          manager.getJavaFileObjectsFromPaths(files.stream().map(SourceFile::location).toList());
      task =
          (JavacTask)
              compiler.getTask(
                  null, manager, d -> {}, List.of("-cp", CLASS_PATH, "-proc:none"), null, sources);
      trees = Trees.instance(task);
    }

    Map<String, String> methods() throws IOException {
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      task.analyze();
      units.forEach(unit -> new Scanner(unit).scan(unit, null));
      return methods;
    }

    private final class Scanner extends TreePathScanner<Void, Void> {
      private final CompilationUnitTree unit;

      Scanner(CompilationUnitTree unit) {
        this.unit = unit;
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
        String written = call.getMethodSelect().toString();
        add(end(call.getMethodSelect()) - written.length() + written.lastIndexOf('.') + 1);
        return super.visitMethodInvocation(call, none);
      }

      @Override
      public Void visitNewClass(NewClassTree creation, Void none) {
        if (creation.getClassBody() == null) {
          add(trees.getSourcePositions().getStartPosition(unit, creation));
        }
        return super.visitNewClass(creation, none);
      }

      @Override
      public Void visitMemberReference(MemberReferenceTree reference, Void none) {
        boolean creates = reference.getMode() == MemberReferenceTree.ReferenceMode.NEW;
        add(end(reference) - (creates ? "new" : reference.getName().toString()).length());
        return super.visitMemberReference(reference, none);
      }

      private long end(Tree tree) {
        return trees.getSourcePositions().getEndPosition(unit, tree);
      }

      private void add(long offset) {
        Element element = trees.getElement(getCurrentPath());
        if (offset >= 0
            && element instanceof ExecutableElement method
            && method.getEnclosingElement() instanceof TypeElement) {
          LineMap lines = unit.getLineMap();
          long line = lines.getLineNumber(offset);
          long column = offset - lines.getStartPosition(line) + 1;
          String path = paths.get(unit.getSourceFile().toUri().toString());
          methods.put(path + ":" + line + ":" + column, signature(method));
        }
      }

      private String signature(ExecutableElement method) {
        return method.getSimpleName()
            + method.getParameters().stream()
                .map(p -> name(p.asType()))
                .collect(Collectors.joining(",", "(", ")"));
      }

      private String name(TypeMirror type) {
        TypeMirror erased = task.getTypes().erasure(type);
        if (erased instanceof javax.lang.model.type.ArrayType array) {
          return name(array.getComponentType()) + "[]";
        }
        Element element = task.getTypes().asElement(erased);
        return element instanceof TypeElement declared
            ? task.getElements().getBinaryName(declared).toString()
            : erased.toString();
      }
    }
  }
}
