package io.github.errorhygiene.report;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import io.github.errorhygiene.contract.Answer;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** A JSON object being written, member by member. */
final class JsonOut {
  private final JsonWriter json;

  private JsonOut(JsonWriter json) {
    this.json = json;
  }

  /**
   * Writes one object, indented, with {@code \n} as line end and a final one. Does not close the
   * writer.
   */
  static void write(Writer out, Body body) throws IOException {
    JsonWriter json = new JsonWriter(out);
    json.setFormattingStyle(FormattingStyle.PRETTY.withNewline("\n"));
    new JsonOut(json).object(body);
    json.flush();
    out.write("\n");
    out.flush();
  }

  @CanIgnoreReturnValue
  JsonOut put(String name, @Nullable String value) throws IOException {
    json.name(name).value(value);
    return this;
  }

  @CanIgnoreReturnValue
  JsonOut put(String name, int value) throws IOException {
    json.name(name).value(value);
    return this;
  }

  @CanIgnoreReturnValue
  JsonOut put(String name, boolean value) throws IOException {
    json.name(name).value(value);
    return this;
  }

  /** A number that is unknown, or does not apply, if it is 0: then null. */
  @CanIgnoreReturnValue
  JsonOut putUnlessZero(String name, int value) throws IOException {
    return value == 0 ? put(name, (String) null) : put(name, value);
  }

  /** A status that is null if it is unknown or there is no answer, and how there is none. */
  @CanIgnoreReturnValue
  JsonOut status(int status) throws IOException {
    String none =
        switch (status) {
          case Answer.CLOSED -> "closed";
          case Answer.PENDING -> "pending";
          default -> null;
        };
    return putUnlessZero("status", Math.max(status, 0)).put("noAnswer", none);
  }

  /** A text that does not apply if it is empty: then null. */
  @CanIgnoreReturnValue
  JsonOut putUnlessEmpty(String name, String value) throws IOException {
    return put(name, value.isEmpty() ? null : value);
  }

  @CanIgnoreReturnValue
  JsonOut object(String name, Body body) throws IOException {
    json.name(name);
    object(body);
    return this;
  }

  /** An object, or null without a value. */
  @CanIgnoreReturnValue
  <T> JsonOut nullable(String name, @Nullable T value, Item<T> item) throws IOException {
    if (value == null) {
      return put(name, (String) null);
    }
    return object(name, out -> item.write(out, value));
  }

  /** An array of objects. */
  @CanIgnoreReturnValue
  <T> JsonOut list(String name, Iterable<T> values, Item<T> item) throws IOException {
    json.name(name).beginArray();
    for (T value : values) {
      object(out -> item.write(out, value));
    }
    json.endArray();
    return this;
  }

  @CanIgnoreReturnValue
  JsonOut strings(String name, Iterable<String> values) throws IOException {
    json.name(name).beginArray();
    for (String value : values) {
      json.value(value);
    }
    json.endArray();
    return this;
  }

  @CanIgnoreReturnValue
  JsonOut numbers(String name, Iterable<Integer> values) throws IOException {
    json.name(name).beginArray();
    for (Integer value : values) {
      json.value(value);
    }
    json.endArray();
    return this;
  }

  private void object(Body body) throws IOException {
    json.beginObject();
    body.write(this);
    json.endObject();
  }

  /** Writes the members of an object. */
  interface Body {
    void write(JsonOut out) throws IOException;
  }

  /** Writes the members of the object that stands for a value. */
  interface Item<T> {
    void write(JsonOut out, T value) throws IOException;
  }
}
