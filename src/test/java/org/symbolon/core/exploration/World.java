package org.symbolon.core.exploration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One moment.
 *
 * @param phase ticks since the present slot began
 * @param row the token whose hash the session's row holds
 * @param jar the browser's
 * @param messages under way, sorted
 */
record World(int phase, int row, Jar jar, List<Message> messages) {

  World withRow(int token) {
    return new World(phase, token, jar, messages);
  }

  World withJar(Jar other) {
    return new World(phase, row, other, messages);
  }

  World plus(Message message) {
    List<Message> more = new ArrayList<>(messages);
    more.add(message);
    return new World(phase, row, jar, more);
  }

  World minus(Message message) {
    List<Message> fewer = new ArrayList<>(messages);
    fewer.remove(message);
    return new World(phase, row, jar, fewer);
  }

  World replace(Message message, Message other) {
    return minus(message).plus(other);
  }

  /** One tick later; what is older than a round trip is lost. */
  World later(Setting setting) {
    List<Message> left = new ArrayList<>();
    for (Message message : messages) {
      if (message.age() < setting.roundTrip()) {
        left.add(message.older(setting.validity()));
      }
    }
    return new World(phase + 1, row, jar.older(setting), left);
  }

  World canonical(TokenTree tree, int ticksPerSlot) {
    Renaming renaming = new Renaming(tree, living(tree), phase / ticksPerSlot);
    List<Message> renamed = new ArrayList<>(messages);
    if (renaming.isNone()) {
      Collections.sort(renamed);
      return new World(phase, row, jar, renamed);
    }
    renamed.replaceAll(message -> message.renamed(renaming));
    Collections.sort(renamed);
    return new World(phase % ticksPerSlot, renaming.token(row), jar.renamed(renaming), renamed);
  }

  /** The tokens that can still be presented, compared with or set. */
  int[] living(TokenTree tree) {
    IntStream.Builder ids = IntStream.builder().add(row).add(jar.refresh());
    add(ids, tree, jar.access());
    for (Message message : messages) {
      if (message.token() != TokenTree.NONE) {
        ids.add(message.token());
      }
      if (message.began() != TokenTree.NONE) {
        ids.add(message.began());
      }
      if (message.access() != null) {
        add(ids, tree, message.access());
      }
      if (message.plan() != null) {
        ids.add(message.plan().row());
        if (message.plan().verdict().answer() != TokenTree.NONE) {
          ids.add(message.plan().verdict().answer());
        }
      }
    }
    return ids.build().toArray();
  }

  private static void add(IntStream.Builder ids, TokenTree tree, Access access) {
    ids.add(access.token());
    if (!access.confirmed()) {
      ids.add(tree.parent(access.token()));
    }
  }
}
