package io.github.errorhygiene.micronaut;

import io.github.errorhygiene.program.AnnotationSymbol;
import io.github.errorhygiene.web.Handler;
import java.util.List;

/** What {@code @Produces} says; JSON where it says nothing, also for texts. */
final class MediaTypes {
  private static final String JSON = "application/json";

  private MediaTypes() {}

  /** The first media type that the handler's method or its class names. */
  static String of(Metadata metadata, Handler handler) {
    List<String> named = produced(metadata, handler);
    return named.isEmpty() ? JSON : named.get(0);
  }

  private static List<String> produced(Metadata metadata, Handler handler) {
    AnnotationSymbol produces =
        metadata.onMethodOrType(handler.type(), handler.method(), Names.HTTP + "Produces");
    if (produces != null) {
      return produces.strings("value");
    }
    AnnotationSymbol controller = handler.type().annotation(Names.CONTROLLER);
    return controller == null ? List.of() : controller.strings("produces");
  }

  /** Whether any client's {@code Accept} will do. */
  static boolean producesAll(Metadata metadata, Handler handler) {
    return of(metadata, handler).equals("*/*");
  }
}
