package org.symbolon.store;

import org.symbolon.SessionHandle;
import org.symbolon.UserId;

/** What is announced of a session that has expired. */
public record ExpiredSession(SessionHandle handle, UserId userId) {}
