package io.github.errorhygiene.source;

import static java.lang.reflect.Modifier.ABSTRACT;
import static java.lang.reflect.Modifier.FINAL;
import static java.lang.reflect.Modifier.INTERFACE;
import static java.lang.reflect.Modifier.PRIVATE;
import static java.lang.reflect.Modifier.PUBLIC;
import static java.lang.reflect.Modifier.STATIC;

import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.NodeList;
import io.github.errorhygiene.unit.TypeDecl.Kind;

/** Modifiers as bits of {@link java.lang.reflect.Modifier}, written and implicit ones. */
final class Modifiers {
  private Modifiers() {}

  static int written(NodeList<Modifier> modifiers) {
    int bits = 0;
    for (Modifier modifier : modifiers) {
      bits |= bit(modifier.getKeyword());
    }
    return bits;
  }

  private static int bit(Modifier.Keyword keyword) {
    return switch (keyword) {
      case PUBLIC -> PUBLIC;
      case PROTECTED -> java.lang.reflect.Modifier.PROTECTED;
      case PRIVATE -> PRIVATE;
      case ABSTRACT -> ABSTRACT;
      case STATIC -> STATIC;
      case FINAL -> FINAL;
      case TRANSIENT -> java.lang.reflect.Modifier.TRANSIENT;
      case VOLATILE -> java.lang.reflect.Modifier.VOLATILE;
      case SYNCHRONIZED -> java.lang.reflect.Modifier.SYNCHRONIZED;
      case NATIVE -> java.lang.reflect.Modifier.NATIVE;
      case STRICTFP -> java.lang.reflect.Modifier.STRICT;
      default -> 0;
    };
  }

  /** Of a type (JLS 8.1.1, 8.9, 8.10, 9.1.1, 9.5). */
  static int ofType(int written, Kind kind, Enclosing enclosing) {
    int bits = written;
    if (isInterface(kind)) {
      bits |= INTERFACE | ABSTRACT;
    }
    if (kind == Kind.RECORD) {
      bits |= FINAL;
    }
    if (enclosing != Enclosing.NOTHING && kind != Kind.CLASS) {
      bits |= STATIC;
    }
    return enclosing == Enclosing.INTERFACE ? bits | STATIC | PUBLIC : bits;
  }

  /** Of a method (JLS 9.4, 9.6.1). */
  static int ofMethod(int written, Kind owner, boolean hasBody) {
    if (!isInterface(owner)) {
      return written;
    }
    int bits = (written & PRIVATE) == 0 ? written | PUBLIC : written;
    return hasBody ? bits : bits | ABSTRACT;
  }

  /** Of a constructor (JLS 8.9.2). */
  static int ofConstructor(int written, Kind owner) {
    return owner == Kind.ENUM ? written | PRIVATE : written;
  }

  /** Of a field (JLS 9.3). */
  static int ofField(int written, Kind owner) {
    return isInterface(owner) ? written | PUBLIC | STATIC | FINAL : written;
  }

  private static boolean isInterface(Kind kind) {
    return kind == Kind.INTERFACE || kind == Kind.ANNOTATION;
  }

  /** What a type is declared in. */
  enum Enclosing {
    NOTHING,
    INTERFACE,
    OTHER;

    static Enclosing of(Kind owner) {
      return isInterface(owner) ? INTERFACE : OTHER;
    }
  }
}
