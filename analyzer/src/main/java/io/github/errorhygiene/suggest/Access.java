package io.github.errorhygiene.suggest;

import io.github.errorhygiene.source.SourceReader;
import io.github.errorhygiene.unit.TypeDecl;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/** Which exceptions the code of a package may name. */
final class Access {
  private final Module module;
  private final Texts texts;

  Access(Module module, Texts texts) {
    this.module = module;
    this.texts = texts;
  }

  /**
   * Whether it may: it is public, or of the same package and not private, or not below the module's
   * source root, where libraries' types are.
   */
  boolean allows(String exception) {
    return allows(exception, module.packageName());
  }

  /** The same for the code of another package. */
  boolean allows(String exception, String from) {
    for (int dot = exception.length(); dot > 0; dot = exception.lastIndexOf('.', dot - 1)) {
      String type = exception.substring(0, dot);
      Optional<String> text = texts.get(module.file(type));
      if (text.isPresent()) {
        return allows(type, exception, text.get(), from);
      }
    }
    return true;
  }

  private boolean allows(String top, String exception, String text, String from) {
    String packageName = top.contains(".") ? top.substring(0, top.lastIndexOf('.')) : "";
    boolean same = packageName.equals(from);
    List<TypeDecl> types = SourceReader.lower(top, text).types();
    String path = exception.substring(packageName.isEmpty() ? 0 : packageName.length() + 1);
    for (String name : path.split("\\.", -1)) {
      Optional<TypeDecl> type =
          types.stream().filter(each -> simple(each).equals(name)).findFirst();
      if (type.isEmpty() || !isVisible(type.get(), same)) {
        return false;
      }
      types = type.get().types();
    }
    return true;
  }

  private static boolean isVisible(TypeDecl type, boolean same) {
    return Modifier.isPublic(type.modifiers()) || (same && !Modifier.isPrivate(type.modifiers()));
  }

  private static String simple(TypeDecl type) {
    return type.name().replaceFirst(".*[.$]", "");
  }
}
