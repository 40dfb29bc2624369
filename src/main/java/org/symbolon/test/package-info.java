/**
 * Public API for the tests of applications, in a JAR of its own (classifier {@code testing}):
 * sessions without a server ({@link org.symbolon.test.SessionsInMemory}), and sessions for a server
 * that runs ({@link org.symbolon.test.SessionMint}). Not part of the library's JAR.
 */
@NullMarked
package org.symbolon.test;

import org.jspecify.annotations.NullMarked;
