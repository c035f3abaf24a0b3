package io.github.errorhygiene.source;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.type.UnknownType;
import io.github.errorhygiene.unit.Annotation;
import io.github.errorhygiene.unit.FieldDecl;
import io.github.errorhygiene.unit.MethodDecl;
import io.github.errorhygiene.unit.Parameter;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeDecl.Kind;
import io.github.errorhygiene.unit.TypeRef;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** Fields, methods, constructors and initialiser blocks. */
final class Members {
  private final Lowering lowering;

  Members(Lowering lowering) {
    this.lowering = lowering;
  }

  /**
   * The members of a type, read in source order since that numbers the anonymous classes.
   *
   * @param components of the record, else empty
   */
  MemberLists of(NodeList<BodyDeclaration<?>> members, Kind owner, List<Parameter> components) {
    MemberLists lists = new MemberLists();
    for (BodyDeclaration<?> member : members) {
      if (member instanceof FieldDeclaration field) {
        fields(field, owner, lists.fields());
      } else if (member instanceof TypeDeclaration) {
        lists.types().add(lowering.declarations.member((TypeDeclaration<?>) member, owner));
      } else {
        lists.methods().add(callable(member, owner, components));
      }
    }
    return lists;
  }

  List<Parameter> parameters(NodeList<com.github.javaparser.ast.body.Parameter> parameters) {
    List<Parameter> lowered = new ArrayList<>(parameters.size());
    for (com.github.javaparser.ast.body.Parameter parameter : parameters) {
      lowered.add(parameter(parameter));
    }
    return lowered;
  }

  private Parameter parameter(com.github.javaparser.ast.body.Parameter parameter) {
    boolean varargs = parameter.isVarArgs();
    boolean untyped = parameter.getType() instanceof UnknownType;
    TypeRef type = untyped ? TypeRef.VAR : lowering.references.of(parameter.getType());
    return new Parameter(
        lowering.texts.of(parameter.getNameAsString()),
        varargs ? TypeRefs.withDimensions(type, 1) : type,
        varargs,
        lowering.annotations.all(parameter.getAnnotations()),
        Places.of(parameter.getName()));
  }

  private void fields(FieldDeclaration declaration, Kind owner, List<FieldDecl> fields) {
    List<Annotation> annotations = lowering.annotations.all(declaration.getAnnotations());
    int modifiers = Modifiers.ofField(Modifiers.written(declaration.getModifiers()), owner);
    for (VariableDeclarator variable : declaration.getVariables()) {
      fields.add(
          new FieldDecl(
              lowering.texts.of(variable.getNameAsString()),
              lowering.references.of(variable.getType()),
              modifiers,
              lowering.expressions.orNull(variable.getInitializer()),
              annotations,
              Places.of(variable.getName())));
    }
  }

  private MethodDecl callable(BodyDeclaration<?> member, Kind owner, List<Parameter> components) {
    if (member instanceof MethodDeclaration method) {
      return method(method, owner);
    }
    if (member instanceof ConstructorDeclaration constructor) {
      return constructor(constructor, owner);
    }
    if (member instanceof CompactConstructorDeclaration compact) {
      return compact(compact, components);
    }
    if (member instanceof InitializerDeclaration initializer) {
      return initializer(initializer);
    }
    return annotationMember((AnnotationMemberDeclaration) member);
  }

  private MethodDecl method(MethodDeclaration method, Kind owner) {
    boolean hasBody = method.getBody().isPresent();
    return new MethodDecl(
        lowering.texts.of(method.getNameAsString()),
        Modifiers.ofMethod(Modifiers.written(method.getModifiers()), owner, hasBody),
        method.isDefault(),
        false,
        lowering.references.parameters(method.getTypeParameters()),
        lowering.references.of(method.getType()),
        parameters(method.getParameters()),
        lowering.references.all(method.getThrownExceptions()),
        hasBody ? lowering.statements.block(method.getBody().get()) : null,
        lowering.annotations.all(method.getAnnotations()),
        Places.of(method.getName()),
        Places.lastLine(method));
  }

  private MethodDecl constructor(ConstructorDeclaration constructor, Kind owner) {
    return new MethodDecl(
        "<init>",
        Modifiers.ofConstructor(Modifiers.written(constructor.getModifiers()), owner),
        false,
        false,
        lowering.references.parameters(constructor.getTypeParameters()),
        TypeRef.VOID,
        parameters(constructor.getParameters()),
        lowering.references.all(constructor.getThrownExceptions()),
        lowering.statements.block(constructor.getBody()),
        lowering.annotations.all(constructor.getAnnotations()),
        Places.of(constructor.getName()),
        Places.lastLine(constructor));
  }

  private MethodDecl compact(
      CompactConstructorDeclaration constructor, List<Parameter> components) {
    return new MethodDecl(
        "<init>",
        Modifiers.written(constructor.getModifiers()),
        false,
        true,
        lowering.references.parameters(constructor.getTypeParameters()),
        TypeRef.VOID,
        components,
        lowering.references.all(constructor.getThrownExceptions()),
        lowering.statements.block(constructor.getBody()),
        lowering.annotations.all(constructor.getAnnotations()),
        Places.of(constructor.getName()),
        Places.lastLine(constructor));
  }

  private MethodDecl initializer(InitializerDeclaration initializer) {
    boolean isStatic = initializer.isStatic();
    Stmt.Block body = lowering.statements.block(initializer.getBody());
    return new MethodDecl(
        isStatic ? "<clinit>" : "<instance>",
        isStatic ? Modifier.STATIC : 0,
        false,
        false,
        List.of(),
        TypeRef.VOID,
        List.of(),
        List.of(),
        body,
        List.of(),
        Places.of(initializer),
        Places.lastLine(initializer));
  }

  private MethodDecl annotationMember(AnnotationMemberDeclaration member) {
    return new MethodDecl(
        lowering.texts.of(member.getNameAsString()),
        Modifiers.ofMethod(Modifiers.written(member.getModifiers()), Kind.ANNOTATION, false),
        false,
        false,
        List.of(),
        lowering.references.of(member.getType()),
        List.of(),
        List.of(),
        null,
        lowering.annotations.all(member.getAnnotations()),
        Places.of(member.getName()),
        Places.lastLine(member));
  }
}
