package io.github.errorhygiene.openapi;

import io.github.errorhygiene.openapi.Operation.In;
import io.github.errorhygiene.openapi.Operation.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The operations of one path. */
final class Operations {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final References references;
  private final String path;
  private final Node item;

  Operations(References references, String path, Node item) {
    this.references = references;
    this.path = path;
    this.item = item;
  }

  List<Operation> all() {
    List<Operation> operations = new ArrayList<>();
    item.children()
        .forEach(
            (method, node) -> {
              if (METHODS.contains(method)) {
                operations.add(operation(method, references.follow(node)));
              }
            });
    return operations;
  }

  private Operation operation(String method, Node node) {
    String given = node.text("operationId");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        given.isEmpty() ? idOf(method) : given,
        node.child("tags").items().stream().map(Node::text).toList(),
        parameters(node),
        consumes(node),
        produces(node),
        responses(node));
  }

  /** Since OpenAPI 3 beside each body, before that beside the operation. */
  private List<String> consumes(Node operation) {
    Node body = references.follow(operation.child("requestBody"));
    return body.has("content")
        ? List.copyOf(body.child("content").children().keySet())
        : operation.child("consumes").items().stream().map(Node::text).toList();
  }

  private List<String> produces(Node operation) {
    Set<String> types = new LinkedHashSet<>();
    operation.child("produces").items().forEach(type -> types.add(type.text()));
    for (Node response : operation.child("responses").children().values()) {
      types.addAll(references.follow(response).child("content").children().keySet());
    }
    return List.copyOf(types);
  }

  private static List<String> responses(Node operation) {
    return operation.child("responses").children().keySet().stream()
        .filter(key -> !key.startsWith("x-"))
        .toList();
  }

  /** As {@code DefaultCodegen.getOrGenerateOperationId} makes it. */
  private String idOf(String method) {
    StringBuilder id = new StringBuilder();
    for (String part : (path.replaceAll("[{}]", "") + "/" + method).split("/", -1)) {
      if (!part.isEmpty()) {
        char first = part.charAt(0);
        id.append(id.length() == 0 ? Character.toLowerCase(first) : Character.toUpperCase(first));
        id.append(part, 1, part.length());
      }
    }
    return path.equals("/") ? "root" + id : id.toString();
  }

  private List<Parameter> parameters(Node operation) {
    List<Parameter> own = parametersOf(operation);
    List<Parameter> parameters = new ArrayList<>(parametersOf(item));
    parameters.removeIf(
        shared ->
            own.stream().anyMatch(p -> p.name().equals(shared.name()) && p.in() == shared.in()));
    parameters.addAll(own);
    parameters.addAll(ofBody(references.follow(operation.child("requestBody"))));
    return parameters;
  }

  private List<Parameter> parametersOf(Node node) {
    return node.child("parameters").items().stream()
        .map(references::follow)
        .filter(parameter -> parameter.has("in"))
        .map(this::parameter)
        .toList();
  }

  private Parameter parameter(Node node) {
    Node schema = references.follow(node.has("schema") ? node.child("schema") : node);
    In in = in(node.text("in"), schema);
    List<String> constraints =
        in == In.BODY || in == In.QUERY_OBJECT
            ? Constraints.ofBody(schema, references)
            : Constraints.of(schema);
    return new Parameter(
        in == In.BODY ? "body" : node.text("name"),
        in,
        in == In.PATH || node.isTrue("required"),
        schema.has("default"),
        constraints);
  }

  private static In in(String text, Node schema) {
    return switch (text) {
      case "path" -> In.PATH;
      case "header" -> In.HEADER;
      case "cookie" -> In.COOKIE;
      case "formData" -> In.FORM;
      case "body" -> In.BODY;
      default -> schema.has("properties") ? In.QUERY_OBJECT : In.QUERY;
    };
  }

  private List<Parameter> ofBody(Node body) {
    for (Map.Entry<String, Node> content : body.child("content").children().entrySet()) {
      Node schema = references.follow(content.getValue().child("schema"));
      String type = content.getKey();
      if (type.startsWith("multipart/") || type.equals("application/x-www-form-urlencoded")) {
        return fields(schema);
      }
      List<String> constraints = Constraints.ofBody(schema, references);
      return List.of(new Parameter("body", In.BODY, body.isTrue("required"), false, constraints));
    }
    return List.of();
  }

  private List<Parameter> fields(Node schema) {
    List<String> required = schema.child("required").items().stream().map(Node::text).toList();
    List<Parameter> fields = new ArrayList<>();
    schema
        .child("properties")
        .children()
        .forEach(
            (name, node) -> {
              Node property = references.follow(node);
              fields.add(
                  new Parameter(
                      name,
                      In.FORM,
                      required.contains(name),
                      property.has("default"),
                      Constraints.of(property)));
            });
    return fields;
  }
}
