package io.github.errorhygiene.program;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.errorhygiene.unit.Expr;
import io.github.errorhygiene.unit.Pattern;
import io.github.errorhygiene.unit.Position;
import io.github.errorhygiene.unit.Stmt;
import io.github.errorhygiene.unit.TypeDecl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the names, calls and expressions of one body (of a method, initialiser block or field
 * initialiser) mean, lambdas inside included; bodies of local and anonymous classes have a {@code
 * Body} of their own per method. Nodes are looked up by identity.
 */
public final class Body {
  /** Of a service's bodies most are small, and all are kept. */
  private static final int FEW = 2;

  private final Map<Expr, Type> types = new IdentityHashMap<>();
  private final Map<Object, MethodSymbol> methods = new IdentityHashMap<>(FEW);
  private final Map<Expr, Symbol> symbols = new IdentityHashMap<>(FEW);
  private final Map<Expr, MethodSymbol> functions = new IdentityHashMap<>(FEW);
  private final Map<Expr, List<Type>> thrown = new IdentityHashMap<>(FEW);
  private final Map<Object, LocalSymbol> variables = new IdentityHashMap<>(FEW);
  private final Map<Stmt.Catch, List<Type>> caught = new IdentityHashMap<>(FEW);
  private final Map<Object, Type> written = new IdentityHashMap<>(FEW);
  private final Map<Expr.Call, Type> holders = new IdentityHashMap<>(FEW);
  private final Map<Expr, Optional<Object>> kept = new IdentityHashMap<>(FEW);
  private final List<UnresolvedCall> unresolved = new ArrayList<>();
  private @Nullable Set<Symbol> changing;
  private int calls;

  Body() {}

  /**
   * A call, creation, method reference or explicit constructor call whose method was not found.
   *
   * @param name the method's; {@code <init>} for constructors
   * @param reason for people: which type has no such method, or which type is unknown
   */
  public record UnresolvedCall(Position position, String name, String reason) {}

  /**
   * What somebody found out of an expression here by what this says alone: found once and kept. One
   * question for each expression.
   *
   * @param find returns null for nothing
   */
  public @Nullable Object kept(Expr expression, Supplier<? extends @Nullable Object> find) {
    return kept.computeIfAbsent(expression, e -> Optional.ofNullable(find.get())).orElse(null);
  }

  /** Never null; {@link Type.Unknown} where it could not be found out. */
  public Type typeOf(Expr expression) {
    return types.getOrDefault(expression, Types.UNKNOWN);
  }

  /**
   * The class, this one or one around it, on whose object a call is that has no receiver, {@code
   * this} or {@code super}: it may inherit the method. Unknown for other calls.
   */
  public Type holderOf(Expr.Call call) {
    return holders.getOrDefault(call, Types.UNKNOWN);
  }

  /**
   * The method that a call, creation or method reference names (before dispatch); null if
   * unresolved.
   */
  public @Nullable MethodSymbol methodOf(Expr expression) {
    return methods.get(expression);
  }

  /**
   * The constructor that an enum constant calls; null if unresolved or if the body is of something
   * else.
   */
  public @Nullable MethodSymbol constructorOf(TypeDecl.EnumConstant constant) {
    return methods.get(constant);
  }

  /**
   * The {@code throws} clause of the method that a call, creation or method reference names, with
   * type variables replaced: {@code [NotFound]} for {@code optional.orElseThrow(NotFound::new)}.
   * Empty if unresolved.
   */
  public List<Type> thrownBy(Expr call) {
    List<Type> known = thrown.get(call);
    MethodSymbol method = methods.get(call);
    return known != null ? known : method == null ? List.of() : method.thrown();
  }

  /**
   * What a {@link Expr.Name} or {@link Expr.Select} stands for; null if unresolved or part of a
   * package name.
   */
  public @Nullable Symbol symbolOf(Expr expression) {
    return symbols.get(expression);
  }

  /**
   * The functional interface method that a lambda or method reference implements; null if
   * unresolved.
   */
  public @Nullable MethodSymbol functionOf(Expr lambdaOrReference) {
    return functions.get(lambdaOrReference);
  }

  /**
   * The variable declared by a {@link Stmt.Local}, a {@link io.github.errorhygiene.unit.Parameter}
   * (of the method or of a lambda), a {@link Stmt.Catch} or a {@link Pattern.OfType} with a name.
   */
  public LocalSymbol variable(Object declaration) {
    LocalSymbol known = variables.get(declaration);
    return known != null ? known : new LocalSymbol("", Types.UNKNOWN, Position.NONE, List.of());
  }

  /** Whether nothing here assigns to the variable after its declaration, or counts it on. */
  public boolean isUnchanging(LocalSymbol variable) {
    Set<Symbol> found = changing;
    if (found == null) {
      found = findChanging();
      changing = found;
    }
    return !found.contains(variable);
  }

  private Set<Symbol> findChanging() {
    Set<Symbol> found = new HashSet<>();
    for (Expr expression : types.keySet()) {
      @Nullable Symbol target =
          expression instanceof Expr.Assign assignment
              ? symbolOf(assignment.target())
              : expression instanceof Expr.Unary unary ? symbolOf(unary.operand()) : null;
      if (target != null) {
        found.add(target);
      }
    }
    return found;
  }

  /**
   * The variables that a lambda names, its own included, in no particular but always the same
   * order; null if a class is declared in it, which may name any.
   */
  public @Nullable Set<LocalSymbol> variablesOf(Expr.Lambda lambda) {
    Set<LocalSymbol> named = new LinkedHashSet<>();
    boolean[] hasTypes = {false};
    NestedNodes.walk(
        lambda.body(),
        node -> {
          hasTypes[0] |= NestedNodes.declares(node);
          if (node instanceof Expr.Name name && symbolOf(name) instanceof LocalSymbol local) {
            named.add(local);
          }
        });
    return hasTypes[0] ? null : named;
  }

  /** The types of a catch clause, resolved, in order. */
  public List<Type> caught(Stmt.Catch clause) {
    return caught.getOrDefault(clause, List.of());
  }

  /** The resolved type of a {@link Pattern}, or of the type after {@code instanceof}. */
  public Type typeOf(Pattern pattern) {
    return written.getOrDefault(pattern, Types.UNKNOWN);
  }

  /** Its expressions, in no particular order. */
  public Collection<Expr> expressions() {
    return Collections.unmodifiableCollection(types.keySet());
  }

  /** What declares its variables, see {@link #variable}, in no particular order. */
  public Collection<Object> declarations() {
    return Collections.unmodifiableCollection(variables.keySet());
  }

  /** The methods that are called, created with or referred to, in no particular order. */
  public Collection<MethodSymbol> called() {
    return Collections.unmodifiableCollection(methods.values());
  }

  /** Number of calls, creations, method references and explicit constructor calls. */
  public int calls() {
    return calls;
  }

  /** Those whose method was not found, in the order of the source text's evaluation. */
  public List<UnresolvedCall> unresolvedCalls() {
    return Collections.unmodifiableList(unresolved);
  }

  @Nullable Type known(Expr expression) {
    return types.get(expression);
  }

  @CanIgnoreReturnValue
  Type put(Expr expression, Type type) {
    types.put(expression, type);
    return type;
  }

  void putSymbol(Expr expression, Symbol symbol) {
    symbols.put(expression, symbol);
  }

  void putFunction(Expr expression, MethodSymbol function) {
    functions.put(expression, function);
  }

  void putThrown(Expr call, List<Type> types) {
    thrown.put(call, types);
  }

  void putVariable(Object declaration, LocalSymbol variable) {
    variables.put(declaration, variable);
  }

  void put(Stmt.Catch clause, List<Type> types) {
    caught.put(clause, types);
  }

  void put(Pattern pattern, Type type) {
    written.put(pattern, type);
  }

  void heldBy(Expr.Call call, Type holder) {
    holders.put(call, holder);
  }

  void resolved(Object site, MethodSymbol method) {
    calls++;
    methods.put(site, method);
  }

  /**
   * A call that needs no method of its own, such as the creation of an anonymous implementation of
   * an interface.
   */
  void resolved() {
    calls++;
  }

  void unresolved(Position position, String name, String reason) {
    calls++;
    unresolved.add(new UnresolvedCall(position, name, reason));
  }
}
