package io.github.errorhygiene.cache;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Import;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.SharedTexts;
import io.github.errorhygiene.unit.Suppression;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.TypeParameter;
import io.github.errorhygiene.unit.TypeRef;
import io.github.errorhygiene.unit.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link DeclarationWriter} wrote; arguments are read in the order they stand here. */
final class DeclarationReader {
  private static final Gap.Kind[] GAPS = Gap.Kind.values();
  private static final Suppression.Kind[] SUPPRESSIONS = Suppression.Kind.values();
  private static final TypeDecl.Kind[] KINDS = TypeDecl.Kind.values();

  private final Input in;
  private final StatementReader statements;
  private final ExpressionReader expressions;

  private DeclarationReader(Input in) {
    this.in = in;
    this.statements = new StatementReader(in, this);
    this.expressions = new ExpressionReader(in, this);
  }

  /**
   * The unit in a stretch of bytes.
   *
   * @param texts of all units
   * @throws RuntimeException of any kind if no unit was written there
   */
  static Unit unit(String path, byte[] bytes, int start, int length, SharedTexts texts) {
    return new DeclarationReader(new Input(bytes, start, length, texts::of)).unit(path);
  }

  ExpressionReader expressions() {
    return expressions;
  }

  StatementReader statements() {
    return statements;
  }

  private Unit unit(String path) {
    String packageName = in.text();
    List<Import> imports = in.all(this::imported);
    List<TypeDecl> types = in.all(this::type);
    List<Gap> gaps = in.all(() -> gap(path));
    int lines = in.number();
    List<Suppression> suppressions = in.all(() -> suppression(path));
    return new Unit(path, packageName, imports, types, gaps, lines, suppressions);
  }

  private Suppression suppression(String path) {
    return new Suppression(
        in.constant(SUPPRESSIONS),
        path,
        in.all(in::text),
        in.flag(),
        in.text(),
        in.position(),
        in.number(),
        in.number());
  }

  private Import imported() {
    return new Import(in.text(), in.flag(), in.flag());
  }

  private Gap gap(String path) {
    return new Gap(in.constant(GAPS), path, in.position(), in.text());
  }

  @Nullable TypeDecl typeOrNull() {
    return in.flag() ? type() : null;
  }

  TypeDecl type() {
    return new TypeDecl(
        in.constant(KINDS),
        in.text(),
        in.number(),
        in.all(this::typeParameter),
        referenceOrNull(),
        in.all(this::reference),
        in.all(this::parameter),
        in.all(this::enumConstant),
        in.all(this::field),
        in.all(this::method),
        in.all(this::type),
        in.all(this::annotation),
        in.position(),
        in.number());
  }

  private TypeDecl.EnumConstant enumConstant() {
    return new TypeDecl.EnumConstant(
        in.text(),
        in.all(expressions::read),
        typeOrNull(),
        in.all(this::annotation),
        in.position());
  }

  private FieldDecl field() {
    return new FieldDecl(
        in.text(),
        reference(),
        in.number(),
        expressions.readOrNull(),
        in.all(this::annotation),
        in.position());
  }

  private MethodDecl method() {
    return new MethodDecl(
        in.text(),
        in.number(),
        in.flag(),
        in.flag(),
        in.all(this::typeParameter),
        reference(),
        in.all(this::parameter),
        in.all(this::reference),
        statements.blockOrNull(),
        in.all(this::annotation),
        in.position(),
        in.number());
  }

  Parameter parameter() {
    return new Parameter(
        in.text(), reference(), in.flag(), in.all(this::annotation), in.position());
  }

  private TypeParameter typeParameter() {
    return new TypeParameter(in.text(), in.all(this::reference));
  }

  @Nullable TypeRef referenceOrNull() {
    return in.flag() ? reference() : null;
  }

  TypeRef reference() {
    return new TypeRef(in.text(), in.all(this::reference), in.number());
  }

  Annotation annotation() {
    String name = in.text();
    Map<String, Expr> values = new LinkedHashMap<>();
    for (int left = in.count(); left > 0; left--) {
      String member = in.text();
      values.put(member, expressions.read());
    }
    return new Annotation(name, values, in.position());
  }
}
