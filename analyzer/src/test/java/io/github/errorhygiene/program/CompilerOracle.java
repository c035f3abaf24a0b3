package io.github.errorhygiene.program;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import io.github.errorhygiene.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.ToolProvider;

/**
 * What the compiler says that calls mean, in the form of {@link OurCalls}. Calls that do not
 * compile are missing. Lombok runs if it is on the class path.
 */
final class CompilerOracle {
  private final Map<String, String> paths = new HashMap<>();
  private final SortedMap<String, String> methods = new TreeMap<>();
  private final JavacTask task;
  private final Trees trees;

  private CompilerOracle(List<SourceFile> files, List<Path> classPath) {
    files.forEach(f -> paths.put(f.location().toUri().toString(), f.path()));
    var compiler = ToolProvider.getSystemJavaCompiler();
    var manager = compiler.getStandardFileManager(null, null, null);
    var sources =
        manager.getJavaFileObjectsFromPaths(files.stream().map(SourceFile::location).toList());
    task = (JavacTask) compiler.getTask(null, manager, d -> {}, options(classPath), null, sources);
    trees = Trees.instance(task);
  }

  static SortedMap<String, String> of(List<SourceFile> files, List<Path> classPath)
      throws IOException {
    return new CompilerOracle(files, classPath).methods();
  }

  private static List<String> options(List<Path> classPath) {
    List<String> options =
        new ArrayList<>(List.of("-XDshould-stop.ifError=FLOW", "-encoding", "UTF-8"));
    options.addAll(List.of("-cp", joined(classPath)));
    List<Path> lombok =
        classPath.stream().filter(p -> p.getFileName().toString().startsWith("lombok-")).toList();
    options.addAll(
        lombok.isEmpty() ? List.of("-proc:none") : List.of("-processorpath", joined(lombok)));
    return options;
  }

  private static String joined(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private SortedMap<String, String> methods() throws IOException {
    Set<CompilationUnitTree> units = new LinkedHashSet<>();
    task.addTaskListener(
        new TaskListener() {
          @Override
          public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.ANALYZE) {
              units.add(event.getCompilationUnit());
            }
          }
        });
    task.analyze();
    for (CompilationUnitTree unit : units) {
      new Scanner(unit).scan(unit, null);
    }
    return methods;
  }

  private final class Scanner extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final String text;

    Scanner(CompilationUnitTree unit) throws IOException {
      this.unit = unit;
      this.text = unit.getSourceFile().getCharContent(true).toString();
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
      String written = call.getMethodSelect().toString();
      String name = written.substring(written.lastIndexOf('.') + 1);
      add(end(call.getMethodSelect()) - name.length(), name);
      return super.visitMethodInvocation(call, none);
    }

    @Override
    public Void visitNewClass(NewClassTree creation, Void none) {
      if (creation.getClassBody() == null) {
        add(trees.getSourcePositions().getStartPosition(unit, creation), "new");
      }
      return super.visitNewClass(creation, none);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree reference, Void none) {
      boolean creates = reference.getMode() == MemberReferenceTree.ReferenceMode.NEW;
      String name = creates ? "new" : reference.getName().toString();
      add(end(reference) - name.length(), name);
      return super.visitMemberReference(reference, none);
    }

    private long end(Tree tree) {
      return trees.getSourcePositions().getEndPosition(unit, tree);
    }

    /** What Lombok generated stands nowhere in the text. An array's constructor is no method. */
    private void add(long offset, String name) {
      Element element = trees.getElement(getCurrentPath());
      if (offset >= 0
          && text.startsWith(name, (int) offset)
          && element instanceof ExecutableElement method
          && method.getEnclosingElement() instanceof TypeElement owner
          && !owner.getQualifiedName().contentEquals("Array")
          && method.getParameters().stream().noneMatch(p -> isMissing(p.asType()))) {
        LineMap lines = unit.getLineMap();
        long line = lines.getLineNumber(offset);
        long column = offset - lines.getStartPosition(line) + 1;
        String path = paths.get(unit.getSourceFile().toUri().toString());
        methods.put(
            OurCalls.place(path, line, column),
            task.getElements().getBinaryName(owner).toString().replace('$', '.')
                + "#"
                + signature(method));
      }
    }

    private static boolean isMissing(TypeMirror type) {
      return type.getKind() == TypeKind.ERROR;
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
      return task.getTypes().asElement(erased) instanceof TypeElement declared
          ? declared.getQualifiedName().toString()
          : erased.toString();
    }
  }
}
