package io.github.errorhygiene.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Import;
import io.github.errorhygiene.unit.SharedTexts;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns one syntax tree into a unit. Declarations, statements and expressions contain each other:
 * they meet here.
 */
final class Lowering {
  final Declarations declarations = new Declarations(this);
  final Members members = new Members(this);
  final Statements statements = new Statements(this);
  final Expressions expressions = new Expressions(this);
  final Switches switches = new Switches(this);
  final Annotations annotations = new Annotations(this);
  final TypeNames names = new TypeNames();
  final TypeRefs references;
  final SharedTexts texts;

  final Suppressions suppressions;

  private Lowering(Suppressions suppressions, SharedTexts texts) {
    this.suppressions = suppressions;
    this.texts = texts;
    this.references = new TypeRefs(texts);
  }

  /**
   * The unit of a tree.
   *
   * @param text that was parsed; the tree has no comments
   * @param texts of all units
   */
  static Unit unit(
      String path,
      String text,
      CompilationUnit tree,
      List<Gap> gaps,
      int lines,
      SharedTexts texts) {
    String packageName = tree.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
    Suppressions suppressions = new Suppressions(path);
    List<TypeDecl> types = new Lowering(suppressions, texts).types(path, packageName, tree);
    return new Unit(
        path, packageName, imports(tree, texts), types, gaps, lines, suppressions.in(text));
  }

  private static List<Import> imports(CompilationUnit tree, SharedTexts texts) {
    List<Import> imports = new ArrayList<>();
    for (ImportDeclaration i : tree.getImports()) {
      if (!i.isModule()) {
        imports.add(new Import(texts.of(i.getNameAsString()), i.isStatic(), i.isAsterisk()));
      }
    }
    return imports;
  }

  private List<TypeDecl> types(String path, String packageName, CompilationUnit tree) {
    String prefix = packageName.isEmpty() ? "" : packageName + '.';
    List<TypeDecl> types = new ArrayList<>();
    for (TypeDeclaration<?> type : tree.getTypes()) {
      types.add(declarations.topLevel(type, prefix + simpleName(path, type)));
    }
    return types;
  }

  /** The class of a compact source file has the name of the file (JLS 7.3). */
  private static String simpleName(String path, TypeDeclaration<?> type) {
    boolean compact =
        type.isClassOrInterfaceDeclaration() && type.asClassOrInterfaceDeclaration().isCompact();
    return compact ? stem(path) : type.getNameAsString();
  }

  private static String stem(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file.endsWith(".java") ? file.substring(0, file.length() - ".java".length()) : file;
  }
}
