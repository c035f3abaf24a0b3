package io.github.errorhygiene.cache;

import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.Gap;
import io.github.errorhygiene.unit.Import;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Suppression;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.TypeParameter;
import io.github.errorhygiene.unit.TypeRef;
import io.github.errorhygiene.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes a unit, its path excepted. {@link DeclarationReader} reads in the same order. */
final class DeclarationWriter {
  private final Output out;
  private final StatementWriter statements;
  private final ExpressionWriter expressions;

  /** If not null, the rest is written without its code, the types in it excepted. */
  private final @Nullable Predicate<Position> withCode;

  /** If not null, types are put here and not written. */
  private final @Nullable List<TypeDecl> found;

  private DeclarationWriter(Output out) {
    this(out, null, null);
  }

  private DeclarationWriter(
      Output out, @Nullable Predicate<Position> withCode, @Nullable List<TypeDecl> found) {
    this.out = out;
    this.withCode = withCode;
    this.found = found;
    this.statements = new StatementWriter(out, this);
    this.expressions = new ExpressionWriter(out, this);
  }

  static byte[] bytes(Unit unit) {
    Output out = new Output();
    new DeclarationWriter(out).unit(unit);
    return out.toBytes();
  }

  /**
   * What others see of a unit that look into some of its members only: what it declares, local and
   * anonymous types included, and the code of these members.
   *
   * @param out without positions
   * @param withCode asked in order for each member's position, but for those in code that is
   *     written
   */
  static void outline(Unit unit, Output out, Predicate<Position> withCode) {
    DeclarationWriter writer = new DeclarationWriter(out, withCode, null);
    out.text(unit.packageName());
    out.all(unit.imports(), writer::imported);
    out.all(unit.types(), writer::type);
  }

  /** Code, or in an outline whether there is any and the types in it. */
  private void code(Position member, boolean present, Consumer<DeclarationWriter> write) {
    if (withCode == null) {
      write.accept(this);
      return;
    }
    boolean whole = withCode.test(member);
    out.flag(whole);
    if (whole) {
      write.accept(new DeclarationWriter(out));
      return;
    }
    List<TypeDecl> types = new ArrayList<>();
    write.accept(new DeclarationWriter(new Output(false), null, types));
    out.flag(present);
    out.all(types, this::type);
  }

  ExpressionWriter expressions() {
    return expressions;
  }

  StatementWriter statements() {
    return statements;
  }

  private void unit(Unit unit) {
    out.text(unit.packageName());
    out.all(unit.imports(), this::imported);
    out.all(unit.types(), this::type);
    out.all(unit.gaps(), this::gap);
    out.number(unit.lines());
    out.all(unit.suppressions(), this::suppression);
  }

  private void imported(Import declaration) {
    out.text(declaration.name());
    out.flag(declaration.isStatic());
    out.flag(declaration.wildcard());
  }

  /** Its file is the unit's. */
  private void gap(Gap gap) {
    out.constant(gap.kind());
    out.position(gap.position());
    out.text(gap.message());
  }

  /** Its file is the unit's. */
  private void suppression(Suppression suppression) {
    out.constant(suppression.kind());
    out.all(suppression.rules(), out::text);
    out.flag(suppression.explicit());
    out.text(suppression.reason());
    out.position(suppression.position());
    out.number(suppression.firstLine());
    out.number(suppression.lastLine());
  }

  void typeOrNull(@Nullable TypeDecl type) {
    out.flag(type != null);
    if (type != null) {
      type(type);
    }
  }

  void type(TypeDecl type) {
    if (found != null) {
      found.add(type);
      return;
    }
    out.constant(type.kind());
    out.text(type.name());
    out.number(type.modifiers());
    out.all(type.typeParameters(), this::typeParameter);
    referenceOrNull(type.superclass());
    out.all(type.interfaces(), this::reference);
    out.all(type.recordComponents(), this::parameter);
    out.all(type.enumConstants(), this::enumConstant);
    out.all(type.fields(), this::field);
    out.all(type.methods(), this::method);
    out.all(type.types(), this::type);
    out.all(type.annotations(), this::annotation);
    out.position(type.position());
    out.line(type.endLine());
  }

  private void enumConstant(TypeDecl.EnumConstant constant) {
    out.text(constant.name());
    code(
        constant.position(),
        !constant.arguments().isEmpty(),
        in -> in.out.all(constant.arguments(), in.expressions::write));
    typeOrNull(constant.body());
    out.all(constant.annotations(), this::annotation);
    out.position(constant.position());
  }

  private void field(FieldDecl field) {
    out.text(field.name());
    reference(field.type());
    out.number(field.modifiers());
    code(
        field.position(),
        field.initializer() != null,
        in -> in.expressions.writeOrNull(field.initializer()));
    out.all(field.annotations(), this::annotation);
    out.position(field.position());
  }

  private void method(MethodDecl method) {
    out.text(method.name());
    out.number(method.modifiers());
    out.flag(method.isDefault());
    out.flag(method.compact());
    out.all(method.typeParameters(), this::typeParameter);
    reference(method.returnType());
    out.all(method.parameters(), this::parameter);
    out.all(method.thrown(), this::reference);
    code(method.position(), method.body() != null, in -> in.statements.blockOrNull(method.body()));
    out.all(method.annotations(), this::annotation);
    out.position(method.position());
    out.line(method.endLine());
  }

  void parameter(Parameter parameter) {
    out.text(parameter.name());
    reference(parameter.type());
    out.flag(parameter.varargs());
    out.all(parameter.annotations(), this::annotation);
    out.position(parameter.position());
  }

  private void typeParameter(TypeParameter parameter) {
    out.text(parameter.name());
    out.all(parameter.bounds(), this::reference);
  }

  void referenceOrNull(@Nullable TypeRef type) {
    out.flag(type != null);
    if (type != null) {
      reference(type);
    }
  }

  void reference(TypeRef type) {
    out.text(type.name());
    out.all(type.arguments(), this::reference);
    out.number(type.dimensions());
  }

  void annotation(Annotation annotation) {
    out.text(annotation.name());
    out.number(annotation.values().size());
    for (Map.Entry<String, Expr> value : annotation.values().entrySet()) {
      out.text(value.getKey());
      expressions.write(value.getValue());
    }
    out.position(annotation.position());
  }
}
