package org.symbolon.core.exploration;

import java.util.ArrayList;
import java.util.List;

/**
 * An owner and a thief with copies of the same tokens. Either refreshes any token that he holds,
 * and uses any access token, at any moment, early, late or again and again; answers get lost.
 * Neither keeps any client's rule. The network takes no time, as somebody who waits before he sends
 * or before he uses an answer is in the model anyway. Access tokens never expire, to the thief's
 * advantage; a confirmed one is not looked at, because no node asks the database about it.
 *
 * <p>P2 is broken if tokens of the owner's own refreshes are accepted and tokens of the thief's own
 * too: by a refresh (every answer but theft) or by a first use. So as long as it holds, the next
 * refresh of the one whose branch lost is theft.
 */
final class ThiefModel implements Model<Fork> {
  /** The owner goes on with what came last; the thief keeps what may yet be of use. */
  private static final int OWNERS_ROOM = 1;

  private static final int THIEFS_ROOM = 2;

  /** Enough for a fork and what follows from it; without it the winner would go on for ever. */
  private static final int GENERATIONS = 2;

  private final Setting setting;
  private final boolean apart;
  private final Loot loot;
  private final TokenTree tree;
  private final Verdicts verdicts;

  /**
   * Of this scheme.
   *
   * @param apart whether P2's condition holds, that the owner and the thief refresh no token less
   *     than {@link Setting#apart} from each other
   * @param loot what was stolen
   */
  ThiefModel(Scheme scheme, Setting setting, boolean apart, Loot loot) {
    this.setting = setting;
    this.apart = apart;
    this.loot = loot;
    this.tree = new TokenTree(scheme);
    this.verdicts = new Verdicts(tree, scheme.rules());
  }

  @Override
  public Fork start() {
    Held first = new Held(TokenTree.ROOT, false, true);
    if (loot == Loot.PRESENT_TOKEN) {
      return new Fork(0, TokenTree.ROOT, Party.with(first), Party.with(first));
    }
    Held child = new Held(tree.child(TokenTree.ROOT, 0), false, false);
    Party owner = loot == Loot.UNUSED_CHILD ? Party.with(child) : Party.with(first, child);
    return new Fork(0, TokenTree.ROOT, owner.hasRefreshed(first), Party.with(child));
  }

  @Override
  public List<Step<Fork>> steps(Fork fork) {
    List<Step<Fork>> steps = new ArrayList<>();
    for (boolean isOwner : new boolean[] {true, false}) {
      for (Held held : fork.party(isOwner).held()) {
        if (tree.depth(held.token()) < GENERATIONS
            && !(apart && fork.party(!isOwner).refreshedWithin(setting.apart(), held.token()))) {
          setting.clocks().forEach(clock -> refresh(steps, fork, isOwner, held, clock));
        }
        if (!held.confirmed()) {
          use(steps, fork, isOwner, held);
        }
      }
    }
    steps.add(Step.to(fork.later(setting.apart()), () -> "a tick passes"));
    return steps.stream().map(this::checked).toList();
  }

  private void refresh(List<Step<Fork>> steps, Fork fork, boolean isOwner, Held held, int clock) {
    int token = held.token();
    int now = tree.mintAt(fork.phase() + clock, setting.ticksPerSlot(), token, fork.living(tree));
    Verdict verdict = verdicts.on(token, fork.row(), now);
    String told =
        who(isOwner) + " refreshes " + tree.name(token) + ", row " + tree.name(fork.row()) + ": ";
    if (verdict.kind() == Verdict.Kind.THEFT) {
      steps.add(Step.end(() -> told + "THEFT"));
      return;
    }
    Party party = fork.party(isOwner).hasRefreshed(held);
    Fork after = verdict.kind() == Verdict.Kind.PROMOTE ? fork.withRow(token) : fork;
    steps.add(
        Step.to(after.with(isOwner, party), () -> told + verdict.kind() + ", the answer is lost"));
    Held got = new Held(verdict.answer(), true, verdict.kind() == Verdict.Kind.REPEAT);
    for (Party keeping : party.keep(got, isOwner ? OWNERS_ROOM : THIEFS_ROOM)) {
      steps.add(
          Step.to(
              after.with(isOwner, keeping),
              () -> told + verdict.kind() + ", gets " + tree.name(verdict.answer())));
    }
  }

  private void use(List<Step<Fork>> steps, Fork fork, boolean isOwner, Held held) {
    boolean promotes = fork.row() == tree.parent(held.token());
    if (promotes || fork.row() == held.token()) {
      steps.add(
          Step.to(
              fork.withRow(held.token()).with(isOwner, fork.party(isOwner).hasConfirmed(held)),
              () -> who(isOwner) + " calls with " + tree.name(held.token()) + ": accepted"));
    }
  }

  private Step<Fork> checked(Step<Fork> step) {
    if (step.next() == null) {
      return step;
    }
    return step.next().bothAccepted()
        ? Step.violation("the owner and the thief both go on", step.what())
        : Step.to(step.next().canonical(tree, setting.ticksPerSlot()), step.what());
  }

  private static String who(boolean isOwner) {
    return isOwner ? "the owner" : "the thief";
  }
}
