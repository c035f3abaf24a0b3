package io.github.errorhygiene.contract;

/**
 * What kind of failure it is. {@link #status()} is the status that fits, before policy (see {@code
 * docs/failure-modes}).
 */
public enum FailureMode {
  MALFORMED_INPUT("malformed input", 400),
  INVALID_INPUT("invalid input", 422),
  MISSING("missing", 404),
  METHOD_NOT_ALLOWED("method not allowed", 405),
  NOT_ACCEPTABLE("not acceptable", 406),
  CONFLICT("conflict", 409),
  TOO_LARGE("too large", 413),
  UNSUPPORTED_MEDIA_TYPE("unsupported media type", 415),
  UNAUTHENTICATED("unauthenticated", 401),
  FORBIDDEN("forbidden", 403),
  RATE_LIMITED("rate limited", 429),
  UPSTREAM_ERROR("upstream error", 502),
  UPSTREAM_TIMEOUT("upstream timeout", 504),
  UNAVAILABLE("unavailable", 503),
  MISCONFIGURED("misconfigured", 500),
  UNEXPECTED("unexpected", 500),
  /** The client is gone: there is no answer. */
  CLIENT_GONE("client gone", 0),
  /** Not known; never a finding. */
  UNKNOWN("unknown", 0);

  private final String label;
  private final int status;

  FailureMode(String label, int status) {
    this.label = label;
    this.status = status;
  }

  /** The words used in reports and in the catalogue, e.g. {@code upstream timeout}. */
  public String label() {
    return label;
  }

  /** The status that fits (RFC 9110 section 15); 0 if none does or the mode is unknown. */
  public int status() {
    return status;
  }
}
