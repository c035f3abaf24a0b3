package io.github.errorhygiene.web;

import java.util.List;

/**
 * What some methods of a framework do to an answer.
 *
 * @param call which methods
 * @param receiver binary name of what the receiver must be known to be; empty if it does not matter
 * @param target what is changed
 * @param status the status that it sets; 0 if none
 * @param statusArgument index of the argument that is the status; -1 if none, -2 for the last
 * @param answerArgument index of the argument that is an answer, of which everything is taken over;
 *     -1 if none
 * @param bodyArgument index of the argument that becomes the body; -1 if none
 * @param headerArgument index of the argument that names a header, the next one is its value; -1 if
 *     none
 * @param header name of the header that it sets; empty if none
 * @param contentTypeArgument index of the argument that is the media type; -1 if none
 * @param contentType media type that it sets; empty if none
 * @param keyArgument index of the argument that names a member of the body, the next one is its
 *     value; -1 if none, {@link #PAIRS} if all arguments are such pairs
 * @param memberArgument index of the argument that is the value of {@code member}; -1 if none
 * @param member name of the member of the body that it sets; empty if none
 * @param writesBody something unknown is written to the body
 * @param takes indices of the arguments of which members and headers are taken over, {@link #ALL}
 *     for all; empty if of none
 * @param moreKeys the map has keys that nobody knows
 * @param errorPage the container writes its own page for the status
 * @param passesOn the rest of the filter chain runs in it
 * @param writer index of the argument that must be the writer or stream of the response, {@link
 *     #OF_RECEIVER} if the receiver must be it; -1 if the row holds anyway
 * @param givesWriter it returns the writer or stream of the response, or its headers
 * @param resets what was done to the response before no longer counts, nor for what it raises
 * @param commits the status and the headers are sent with it: nothing changes them afterwards
 * @param closes nothing can be written to the body afterwards
 * @param lengthArgument index of the argument that is -1 if no body follows what is sent with it;
 *     -1 if none
 * @param raises binary name of the exception that the call throws rather than returning; empty if
 *     it returns
 * @param ends no catch clause and no future sees what is raised: the handler ends with it
 * @param raisedArgument index of the argument that is thrown instead; -1 if none
 * @param resolves the answer is left to those who answer exceptions of handlers
 * @param byField the text names the fields of the object, and not its properties
 * @param members of the body, or of what is made where it is the body, each with the index of the
 *     argument that is its value; -1 if it is none
 * @param makes binary name of what is made; empty if it is the declaring type
 */
record AnswerRow(
    CallPattern call,
    String receiver,
    Target target,
    int status,
    int statusArgument,
    int answerArgument,
    int bodyArgument,
    int headerArgument,
    String header,
    int contentTypeArgument,
    String contentType,
    int keyArgument,
    int memberArgument,
    String member,
    boolean writesBody,
    List<Integer> takes,
    boolean moreKeys,
    boolean errorPage,
    boolean passesOn,
    int writer,
    boolean givesWriter,
    Resets resets,
    boolean commits,
    boolean closes,
    int lengthArgument,
    String raises,
    boolean ends,
    int raisedArgument,
    boolean resolves,
    boolean byField,
    AnswerMembers members,
    String makes) {
  static final int PAIRS = -2;
  static final int OF_RECEIVER = -2;
  static final List<Integer> ALL = List.of(-1);

  /** What a method undoes. */
  enum Resets {
    NOTHING,
    BODY,
    ALL
  }

  /** What a method changes. */
  enum Target {
    /** It gives a new answer. */
    NEW,
    /** It gives a new answer, without a body and with 404 if what would be the body is absent. */
    OPTIONAL,
    /** It changes its receiver, and returns it. */
    RECEIVER,
    /** It changes its receiver, if something is known of it, and returns something else. */
    MEMBER,
    /** It changes the response that the framework will send. */
    RESPONSE,
    /** It returns the status of its receiver. */
    READ,
    /** It returns the answer that its receiver, an exception, carries. */
    CARRIED,
    /**
     * It returns the exception for which its receiver, or the argument {@code bodyArgument},
     * stands; with a {@code member}, that of its fields. Other rows are asked if there is none.
     */
    FAILURE,
    /** It returns the text that an object is written as. */
    TEXT,
    /** It writes the stack trace of its receiver to the response. */
    TRACE,
    /** It returns whether the response is over, which it is not while somebody answers. */
    OVER,
    /** It returns its receiver in another form, such as the bytes of a text. */
    SAME,
    /** It returns its argument in another form. */
    ARGUMENT,
    /**
     * It returns the value of a key of its receiver, a map; other rows are asked if it is unknown.
     */
    ENTRY
  }
}
