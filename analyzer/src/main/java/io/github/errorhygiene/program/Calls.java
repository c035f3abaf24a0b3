package io.github.errorhygiene.program;

import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.TypeDecl;
import io.github.errorhygiene.unit.TypeRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the methods and constructors that calls and creations mean. */
final class Calls {
  private static final String INIT = "<init>";

  private final Attribution at;
  private final Signatures signatures;
  private final Overloads overloads;

  Calls(Attribution attribution) {
    this.at = attribution;
    this.signatures = new Signatures(attribution);
    this.overloads = new Overloads(attribution.typing(), attribution.members());
  }

  Signatures signatures() {
    return signatures;
  }

  Overloads overloads() {
    return overloads;
  }

  Operand call(Expr.Call e) {
    if (e.name().equals(INIT) && e.receiver() instanceof Expr.This self) {
      return explicitConstructor(e, self);
    }
    if (e.receiver() == null) {
      return unqualified(e);
    }
    Type receiver = at.names().denote(e.receiver()).type();
    if (e.receiver() instanceof Expr.This self && self.qualifier() == null) {
      at.body().heldBy(e, thisType());
    }
    return invoke(e, at.members().methods(receiver, e.name()), receiver);
  }

  private Operand invoke(Expr.Call e, List<MethodSymbol> methods, Type receiver) {
    Site site = Site.of(e);
    return methods.isEmpty()
        ? unresolved(site, missing(receiver))
        : choose(site, signatures.methods(methods, receiver, e.typeArguments()));
  }

  String missing(Type receiver) {
    Type upper = Types.upper(receiver);
    if (upper.erasure().isEmpty()) {
      return "the receiver's type is unknown";
    }
    if (at.universe().symbol(upper) == null && !(upper instanceof Type.Array)) {
      return "unknown type " + upper.erasure();
    }
    return (at.members().hasHoles(upper)
            ? "perhaps inherited from an unknown type: "
            : "no such method in ")
        + upper.erasure();
  }

  private Operand unqualified(Expr.Call e) {
    TypeSymbol holes = null;
    for (Scope scope = at.scope(); scope != null; scope = scope.outer()) {
      TypeSymbol type = scope.type();
      if (type == null) {
        continue;
      }
      List<MethodSymbol> methods = at.members().methods(type.thisType(), e.name());
      if (!methods.isEmpty()) {
        at.body().heldBy(e, type.thisType());
        return invoke(e, methods, type.thisType());
      }
      holes = holes == null && !type.lineage().complete() ? type : holes;
    }
    return staticallyImported(e, holes);
  }

  private Operand staticallyImported(Expr.Call e, @Nullable TypeSymbol holes) {
    UnitNames unit = at.context().unit();
    List<Type> owners = unit == null ? List.of() : unit.staticOwners(e.name());
    List<MethodSymbol> methods = new ArrayList<>();
    owners.forEach(owner -> methods.addAll(at.members().methods(owner, e.name())));
    if (!methods.isEmpty()) {
      return invoke(e, methods, owners.get(0));
    }
    Type explicit = unit == null ? null : unit.explicitStaticOwner(e.name());
    Type where = explicit != null ? explicit : holes != null ? holes.thisType() : thisType();
    return unresolved(Site.of(e), missing(where));
  }

  private Type thisType() {
    TypeSymbol symbol = at.scope().innermost();
    return symbol == null ? Types.UNKNOWN : symbol.thisType();
  }

  private Operand explicitConstructor(Expr.Call e, Expr.This self) {
    Type type = at.type(self);
    TypeSymbol symbol = at.universe().symbol(type);
    return symbol == null
        ? unresolved(Site.of(e), missing(type))
        : choose(Site.of(e), signatures.constructors(symbol, symbol, type, false));
  }

  Operand create(Expr.New e) {
    if (e.outer() != null) {
      return createInner(e, at.type(e.outer()));
    }
    return create(e, at.resolve(e.type()));
  }

  private Operand createInner(Expr.New e, Type outer) {
    TypeSymbol around = at.universe().symbol(outer);
    TypeSymbol inner = around == null ? null : at.universe().memberType(around, e.type().name());
    return create(e, inner == null ? at.resolve(e.type()) : Types.declared(inner.name()));
  }

  private Operand create(Expr.New e, Type created) {
    if (e.body() != null) {
      at.captures().put(e.body().name(), at.scope());
    }
    TypeSymbol symbol = at.universe().symbol(created);
    if (symbol == null) {
      return unresolved(
          new Site(e, e, INIT, e.arguments(), e.position(), own(e, created)), missing(created));
    }
    boolean diamond = e.type().arguments().contains(TypeRef.DIAMOND);
    Site site =
        new Site(
            e, e, INIT, e.arguments(), e.position(), diamond ? Types.UNKNOWN : own(e, created));
    return choose(site, signatures.constructors(constructed(symbol), symbol, created, diamond));
  }

  /** An anonymous implementation of an interface calls the constructor of {@code Object}. */
  private TypeSymbol constructed(TypeSymbol symbol) {
    TypeSymbol object = symbol.isInterface() ? at.universe().type("java.lang.Object") : null;
    return object == null ? symbol : object;
  }

  /** The type of a creation without inference: the anonymous type if there is one. */
  private static Type own(Expr.New e, Type created) {
    return e.body() == null ? created : Types.declared(e.body().name());
  }

  /** The constructor call of an enum constant. */
  void enumConstant(TypeDecl.EnumConstant constant, TypeSymbol type) {
    if (constant.body() != null) {
      at.captures().put(constant.body().name(), at.scope());
    }
    Site site =
        new Site(constant, null, INIT, constant.arguments(), constant.position(), type.thisType());
    choose(site, signatures.constructors(type, type, type.thisType(), false)).finish(Types.UNKNOWN);
  }

  /**
   * What cannot be named here is not meant; but where nothing else is there our idea of access may
   * be wrong.
   */
  private List<Signature> accessible(Site site, List<Signature> candidates) {
    TypeSymbol from = at.scope().innermost();
    if (from == null || candidates.size() == 1) {
      return candidates;
    }
    boolean inherits = !(site.node() instanceof Expr.New creation) || creation.body() != null;
    List<Signature> open =
        candidates.stream().filter(c -> Access.isAccessible(c.method(), from, inherits)).toList();
    return open.isEmpty() ? candidates : open;
  }

  private Operand choose(Site site, List<Signature> candidates) {
    List<Operand> arguments = site.arguments().stream().map(at::prepare).toList();
    Overloads.Choice choice = overloads.choose(accessible(site, candidates), arguments);
    if (choice == null) {
      return unresolved(site, arguments, "no " + site.name() + " takes these arguments");
    }
    at.body().resolved(site.node(), choice.signature().method());
    Invocation invocation = new Invocation(at, site, choice, arguments);
    return invocation.isFinal() ? new Operand.Known(invocation.finish(Types.UNKNOWN)) : invocation;
  }

  private Operand unresolved(Site site, String reason) {
    return unresolved(site, site.arguments().stream().map(at::prepare).toList(), reason);
  }

  private Operand unresolved(Site site, List<Operand> arguments, String reason) {
    at.body().unresolved(site.position(), site.name(), reason);
    arguments.forEach(argument -> argument.finish(Types.UNKNOWN));
    if (site.expression() != null) {
      at.body().put(site.expression(), site.type());
    }
    return new Operand.Known(site.type());
  }
}
