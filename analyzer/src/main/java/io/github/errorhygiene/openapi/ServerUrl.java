package io.github.errorhygiene.openapi;

import java.util.Map;

/** URLs of servers: {@code https://{host}/v1}, {@code /v1}. */
final class ServerUrl {
  private ServerUrl() {}

  /** The path, variables replaced by their defaults; empty if there is none. */
  static String path(Node server) {
    String url = server.text("url");
    for (Map.Entry<String, Node> variable : server.child("variables").children().entrySet()) {
      url = url.replace("{" + variable.getKey() + "}", variable.getValue().text("default"));
    }
    int scheme = url.indexOf("://");
    int slash = url.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    return slash < 0 ? "" : url.substring(slash);
  }
}
