/**
 * What each method may throw, return and answer: an abstract interpretation of the linked program.
 *
 * <p>A method is evaluated once per distinct abstract arguments and the result – its {@link
 * io.github.errorhygiene.domain.Summary} – is kept; recursion is iterated to the least fixed point.
 *
 * <p>What needs no evaluation lies below: packages {@code library}, {@code text} and {@code idiom}.
 *
 * <p>Where to look:
 *
 * <ul>
 *   <li>the whole: {@link Engine}, its {@link Summaries}, and a {@link Frame} for each body
 *   <li>the language: {@link Statements}, {@link Loops}, {@link Switches}, {@link Tries}, {@link
 *       Throws}; {@link Expressions}, {@link Operators}, {@link Creations}, {@link Initialisers}
 *   <li>calls: {@link Calls}, which of the program's methods they run ({@link Dispatch}, {@link
 *       Receivers}, {@link Overriders}, {@link Injection}), and what is put around them ({@link
 *       Proxies}, {@link Interception})
 *   <li>calls of libraries: {@link LibraryCalls} by the catalogue's {@link Rows}; what they throw
 *       ({@link LibraryFailures}), what they give ({@link Returned}, {@link Absences}, and package
 *       {@code library}), the functions that they are given ({@link LibraryFunctions})
 *   <li>what a test makes sure of: {@link Conditions}, {@link Guards}, {@link Refinement} of what
 *       {@link Paths} name, {@link Establishing} for the caller; and all that says that something
 *       cannot happen because of what was done before ({@link Again}, {@link Measured}, {@link
 *       Written}, {@link Constraints})
 *   <li>what the client sent and what was stored: {@link Inputs}, {@link Parts}
 *   <li>futures and publishers: {@link Carriers}, {@link Recoveries}, {@link Awaiting}, {@link
 *       Unawaited}
 *   <li>what no exception shows: {@link Swallows}, {@link Retries}, {@link Logged}, {@link
 *       ExceptionTexts}
 * </ul>
 */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.escape;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
