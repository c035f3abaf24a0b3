/** Class files, jars and the JDK, read lazily. The only package that knows ASM. */
@NullMarked
@CheckReturnValue
package io.github.errorhygiene.classfile;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
