/**
 * Internal. The session as the caller's identity for the container (Jakarta Security 3.0). Not
 * discovered: {@code SymbolonExtension} adds these beans if {@code symbolon.security.mechanism} is
 * set, so a server without Jakarta Security never loads them.
 */
@NullMarked
package org.symbolon.security;

import org.jspecify.annotations.NullMarked;
