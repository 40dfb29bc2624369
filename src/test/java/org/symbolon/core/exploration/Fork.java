package org.symbolon.core.exploration;

import java.util.stream.IntStream;

/**
 * One moment of a session that two people use.
 *
 * @param phase ticks since the present slot began
 * @param row the token whose hash the session's row holds
 * @param owner of the session
 * @param thief who copied a refresh token
 */
record Fork(int phase, int row, Party owner, Party thief) {

  Party party(boolean isOwner) {
    return isOwner ? owner : thief;
  }

  Fork with(boolean isOwner, Party party) {
    return isOwner ? new Fork(phase, row, party, thief) : new Fork(phase, row, owner, party);
  }

  Fork withRow(int token) {
    return new Fork(phase, token, owner, thief);
  }

  Fork later(int most) {
    return new Fork(phase + 1, row, owner.later(most), thief.later(most));
  }

  /** Whether both go on with tokens of their own. */
  boolean bothAccepted() {
    return owner.accepted() && thief.accepted();
  }

  Fork canonical(TokenTree tree, int ticksPerSlot) {
    Renaming renaming = new Renaming(tree, living(tree), phase / ticksPerSlot);
    return new Fork(
        phase % ticksPerSlot,
        renaming.token(row),
        owner.renamed(renaming),
        thief.renamed(renaming));
  }

  int[] living(TokenTree tree) {
    IntStream.Builder ids = IntStream.builder().add(row);
    for (Party party : new Party[] {owner, thief}) {
      party.refreshed().keySet().forEach(ids::add);
      for (Held held : party.held()) {
        ids.add(held.token());
        if (!held.confirmed()) {
          ids.add(tree.parent(held.token()));
        }
      }
    }
    return ids.build().toArray();
  }
}
