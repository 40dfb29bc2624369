package org.symbolon.core.exploration;

import java.util.Comparator;

/**
 * A request or an answer under way, or a request between two statements of a node.
 *
 * @param kind which
 * @param copy whether the network made it
 * @param age since the request was sent
 * @param token the refresh token of the request or of the answer
 * @param access the access token of the request or of the answer
 * @param began the refresh token that was in the jar when the call began
 * @param plan what a node is about to write
 */
record Message(Kind kind, boolean copy, int age, int token, Access access, int began, Plan plan)
    implements Comparable<Message> {

  enum Kind {
    /** A call to the application. */
    CALL,
    /** A call whose guarded update hit no row; the row is to be read. */
    CALL_READS,
    /** The answer to a call, with another access token. */
    CONFIRMED,
    /** The answer to a call: try to refresh. */
    REFUSED,
    /** A refresh. */
    REFRESH,
    /** A refresh that was decided about, before its guarded statement. */
    REFRESH_WRITES,
    /** The answer to a refresh. */
    TOKENS
  }

  /**
   * What was decided.
   *
   * @param row as it was read; the guard
   * @param verdict with the token of the answer
   * @param clock of the node
   * @param attempt which of three
   */
  record Plan(int row, Verdict verdict, int clock, int attempt) {
    /** Different for different plans: of those that write, theft alone has no answer. */
    long order() {
      return ((long) row << 32) + ((long) (verdict.answer() + 1) << 8) + clock * 4L + attempt;
    }
  }

  private static final Comparator<Message> ORDER =
      Comparator.comparing(Message::kind)
          .thenComparing(Message::copy)
          .thenComparingInt(Message::age)
          .thenComparingInt(Message::token)
          .thenComparingInt(Message::began)
          .thenComparingLong(message -> message.access() == null ? -1 : message.access().order())
          .thenComparingLong(message -> message.plan() == null ? -1 : message.plan().order());

  static Message call(Jar jar) {
    return new Message(Kind.CALL, false, 0, TokenTree.NONE, jar.access(), jar.refresh(), null);
  }

  static Message refresh(Jar jar) {
    return new Message(Kind.REFRESH, false, 0, jar.refresh(), null, TokenTree.NONE, null);
  }

  /** A refresh that follows a refused call, in the call's place. */
  Message followedBy(Jar jar) {
    return new Message(Kind.REFRESH, copy, 0, jar.refresh(), null, TokenTree.NONE, null);
  }

  Message asCopy() {
    return new Message(kind, true, age, token, access, began, plan);
  }

  Message readsRow() {
    return new Message(Kind.CALL_READS, copy, age, token, access, began, null);
  }

  Message refused() {
    return new Message(Kind.REFUSED, copy, age, TokenTree.NONE, null, began, null);
  }

  Message confirmed(Access replacement) {
    return new Message(
        Kind.CONFIRMED, copy, age, TokenTree.NONE, replacement, TokenTree.NONE, null);
  }

  Message writes(Plan next) {
    return new Message(Kind.REFRESH_WRITES, copy, age, token, null, TokenTree.NONE, next);
  }

  Message tokens(Access issued) {
    return new Message(Kind.TOKENS, copy, age, issued.token(), issued, TokenTree.NONE, null);
  }

  Message older(int validity) {
    return new Message(
        kind, copy, age + 1, token, access == null ? null : access.older(validity), began, plan);
  }

  Message renamed(Renaming renaming) {
    return new Message(
        kind,
        copy,
        age,
        renaming.token(token),
        access == null ? null : access.renamed(renaming),
        renaming.token(began),
        plan == null
            ? null
            : new Plan(
                renaming.token(plan.row()),
                new Verdict(plan.verdict().kind(), renaming.token(plan.verdict().answer())),
                plan.clock(),
                plan.attempt()));
  }

  @Override
  public int compareTo(Message other) {
    return ORDER.compare(this, other);
  }
}
