package org.symbolon.core.exploration;

import java.util.ArrayList;
import java.util.List;

/**
 * One honest browser. Its tabs share the jar and know nothing of each other. Any tab calls at any
 * time, and refreshes
 *
 * <ul>
 *   <li>when the tokens in the jar came at least one leeway ago (an impatient browser: at any
 *       time),
 *   <li>and at once when a call was refused while the jar's id refresh token is still the one that
 *       the call began with. If it is another one the call is repeated instead, which is a call
 *       like any other.
 * </ul>
 *
 * <p>A tab may also do nothing: the network loses what it would have sent. An answer is taken
 * whenever it comes, even if its tab is gone, because cookies are.
 */
final class Browser {
  private final Setting setting;
  private final TokenTree tree;

  Browser(Setting setting, TokenTree tree) {
    this.setting = setting;
    this.tree = tree;
  }

  List<Step<World>> send(World world) {
    List<Step<World>> steps = new ArrayList<>();
    long busy = world.messages().stream().filter(message -> !message.copy()).count();
    if (busy < setting.tabs()) {
      Jar jar = world.jar();
      steps.add(
          Step.to(
              world.plus(Message.call(jar)),
              () -> "a tab sends a call with " + tree.name(jar.access().token())));
      if (!setting.patient() || jar.age() >= setting.leeway()) {
        steps.add(
            Step.to(
                world.plus(Message.refresh(jar)),
                () -> "a tab sends a refresh of " + tree.name(jar.refresh())));
      }
    }
    return steps;
  }

  /** An answer comes; {@code after} is without it. */
  Step<World> take(World after, Message answer) {
    Jar jar = after.jar();
    return switch (answer.kind()) {
      case CONFIRMED ->
          Step.to(
              after.withJar(jar.with(answer.access())),
              () -> "the browser gets the confirmed access token of " + name(answer));
      case TOKENS ->
          Step.to(
              after.withJar(new Jar(answer.token(), 0, answer.access())),
              () -> "the browser gets the tokens " + name(answer));
      case REFUSED -> refused(after, answer);
      default -> throw new IllegalArgumentException("a request");
    };
  }

  private Step<World> refused(World after, Message answer) {
    Jar jar = after.jar();
    return setting.marker().isSame(tree, answer.began(), jar.refresh())
        ? Step.to(
            after.plus(answer.followedBy(jar)),
            () -> "a tab is refused and sends a refresh of " + tree.name(jar.refresh()))
        : Step.to(after, () -> "a tab is refused, but the tokens have changed");
  }

  private String name(Message answer) {
    return tree.name(answer.access().token());
  }
}
