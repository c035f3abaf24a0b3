package io.github.errorhygiene.contract;

/**
 * What the body of a successful answer says happened, in an application that puts every answer into
 * an envelope and means it.
 *
 * @param key the member of the body: {@code code}
 * @param code what it says, a number that is an HTTP status of an error
 */
public record Envelope(String key, int code) {}
