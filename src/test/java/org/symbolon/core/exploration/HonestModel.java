package org.symbolon.core.exploration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One honest browser, a network that delays, loses, doubles and reorders what it likes, and one or
 * two nodes. P1 is broken by any step that takes the browser for a thief: nothing else ends a
 * session here, and a browser that is never refused a refresh can always get on.
 */
final class HonestModel implements Model<World> {
  private final Setting setting;
  private final TokenTree tree;
  private final Browser browser;
  private final Server server;

  HonestModel(Scheme scheme, Setting setting) {
    this.setting = setting;
    this.tree = new TokenTree(scheme);
    this.browser = new Browser(setting, tree);
    this.server = new Server(setting, tree, new Verdicts(tree, scheme.rules()));
  }

  /** Just logged in. */
  @Override
  public World start() {
    Access access = new Access(TokenTree.ROOT, true, 0);
    return new World(0, TokenTree.ROOT, new Jar(TokenTree.ROOT, 0, access), List.of());
  }

  @Override
  public List<Step<World>> steps(World world) {
    List<Step<World>> steps = new ArrayList<>(browser.send(world));
    Set<Message> different = new LinkedHashSet<>(world.messages());
    for (Message message : different) {
      World without = world.minus(message);
      steps.add(Step.to(without, () -> "lost: " + message.kind()));
      switch (message.kind()) {
        case CONFIRMED, REFUSED, TOKENS -> steps.add(browser.take(without, message));
        case REFRESH_WRITES ->
            steps.addAll(server.receive(world, without, message, message.plan().clock()));
        default -> requests(steps, world, without, message);
      }
    }
    steps.add(Step.to(world.later(setting), () -> "a tick passes"));
    return steps.stream().map(this::canonical).toList();
  }

  private void requests(List<Step<World>> steps, World world, World without, Message request) {
    long copies = world.messages().stream().filter(Message::copy).count();
    boolean canCopy =
        !request.copy() && copies < setting.copies() && request.kind() != Message.Kind.CALL_READS;
    for (int clock : setting.clocks()) {
      steps.addAll(server.receive(world, without, request, clock));
      if (canCopy) {
        World doubled = without.plus(request.asCopy());
        steps.addAll(server.receive(world, doubled, request, clock));
      }
    }
  }

  private Step<World> canonical(Step<World> step) {
    return step.next() == null
        ? step
        : Step.to(step.next().canonical(tree, setting.ticksPerSlot()), step.what());
  }
}
