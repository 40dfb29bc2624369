package org.symbolon.core.exploration;

import java.util.ArrayList;
import java.util.List;

/**
 * What the nodes do with a request, as {@code DefaultSessionManager.verify} and {@code Refreshing}
 * do it: same statements, same guards, same order. The decision itself is asked of the real code.
 */
final class Server {
  private static final int ATTEMPTS = 3;

  private final Setting setting;
  private final TokenTree tree;
  private final Verdicts verdicts;

  Server(Setting setting, TokenTree tree, Verdicts verdicts) {
    this.setting = setting;
    this.tree = tree;
    this.verdicts = verdicts;
  }

  /** All that can come of a request (or of the rest of one) at one node; {@code before} has it. */
  List<Step<World>> receive(World before, World after, Message message, int clock) {
    List<Step<World>> steps = new ArrayList<>();
    switch (message.kind()) {
      case CALL -> call(steps, after, message, clock);
      case CALL_READS -> steps.add(read(after, message, clock));
      case REFRESH -> steps.add(decide(before, after, message, clock, 1));
      case REFRESH_WRITES -> steps.add(write(before, after, message));
      default -> throw new IllegalArgumentException("an answer");
    }
    return steps;
  }

  /** A token that is past its shortest validity may be expired or not. */
  private void call(List<Step<World>> steps, World after, Message call, int clock) {
    Access access = call.access();
    if (access.age() + clock >= setting.validity()) {
      steps.add(refused(after, call, "the token is expired"));
    }
    if (access.confirmed()) {
      steps.add(Step.to(after, () -> name(access) + ": fine"));
    } else if (after.row() == tree.parent(access.token())) {
      steps.add(confirmed(after.withRow(access.token()), call, clock, "promotes it"));
    } else {
      steps.add(confirmed(after, call, clock, "a node remembers that it was used"));
      notPromotable(steps, after, call, clock);
    }
  }

  private void notPromotable(List<Step<World>> steps, World after, Message call, int clock) {
    Access access = call.access();
    if (setting.split()) {
      steps.add(
          Step.to(after.plus(call.readsRow()), () -> name(access) + ": the update hits no row"));
    } else {
      steps.add(read(after, call, clock));
    }
  }

  private Step<World> read(World after, Message call, int clock) {
    return after.row() == call.access().token()
        ? confirmed(after, call, clock, "is promoted already")
        : refused(after, call, "the session has moved on");
  }

  /**
   * The confirmed token ends when the one that was used would have ended, but it is handed out only
   * if it has two leeways to live at least, which is no less than the shortest validity here.
   * Otherwise it is as if the answer was lost.
   */
  private Step<World> confirmed(World after, Message call, int clock, String what) {
    Access access = new Access(call.access().token(), true, -clock);
    return Step.to(after.plus(call.confirmed(access)), () -> name(call.access()) + ": " + what);
  }

  private Step<World> refused(World after, Message call, String why) {
    return Step.to(after.plus(call.refused()), () -> name(call.access()) + ": refused, " + why);
  }

  private Step<World> decide(World before, World after, Message refresh, int clock, int attempt) {
    int token = refresh.token();
    int row = before.row();
    int now =
        tree.mintAt(before.phase() + clock, setting.ticksPerSlot(), token, before.living(tree));
    Verdict verdict = verdicts.on(token, row, now);
    Message.Plan plan = new Message.Plan(row, verdict, clock, attempt);
    boolean writes = verdict.kind() == Verdict.Kind.PROMOTE || verdict.kind() == Verdict.Kind.THEFT;
    if (setting.split() && writes) {
      return Step.to(
          after.plus(refresh.writes(plan)),
          () -> told(token, row, clock) + verdict.kind() + " is decided");
    }
    return carryOut(after, refresh, plan);
  }

  private Step<World> write(World before, World after, Message refresh) {
    Message.Plan plan = refresh.plan();
    if (before.row() == plan.row()) {
      return carryOut(after, refresh, plan);
    }
    return plan.attempt() < ATTEMPTS
        ? decide(before, after, refresh, plan.clock(), plan.attempt() + 1)
        : Step.to(after, () -> "gives up, the row changed too often: 503");
  }

  private Step<World> carryOut(World after, Message refresh, Message.Plan plan) {
    int token = refresh.token();
    Verdict verdict = plan.verdict();
    String told = told(token, plan.row(), plan.clock());
    if (verdict.kind() == Verdict.Kind.THEFT) {
      return Step.violation("an honest browser is taken for a thief", () -> told + "THEFT");
    }
    boolean confirmed = verdict.kind() == Verdict.Kind.REPEAT;
    World written = verdict.kind() == Verdict.Kind.PROMOTE ? after.withRow(token) : after;
    Access access = new Access(verdict.answer(), confirmed, -plan.clock());
    return Step.to(
        written.plus(refresh.tokens(access)),
        () -> told + verdict.kind() + ", answers " + tree.name(verdict.answer()));
  }

  private String told(int token, int row, int clock) {
    return "refresh of "
        + tree.name(token)
        + " at the node "
        + clock
        + " ahead, row "
        + tree.name(row)
        + ": ";
  }

  private String name(Access access) {
    return "call with " + tree.name(access.token());
  }
}
