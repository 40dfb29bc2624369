package org.symbolon.core.exploration;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.symbolon.key.KeyPurpose;
import org.symbolon.key.SigningKeys;
import org.symbolon.testing.TestKeys;
import org.symbolon.token.Mint;
import org.symbolon.token.RefreshToken;
import org.symbolon.token.SeededRefreshTokenCodec;
import org.symbolon.token.TimeSlots;

/**
 * The refresh tokens of one session: real ones, made by the real code, each known to the models by
 * a small number. Number 0 is the oldest token that still matters; every other is a child of one of
 * them for a slot (or a nonce), counted from the present slot, which is 0.
 */
final class TokenTree {
  static final int ROOT = 0;
  static final int NONE = -1;

  /** Slots of a second, as from a leeway of two. */
  static final TimeSlots SLOTS = new TimeSlots(Duration.ofSeconds(2));

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long SLOT_MILLIS = 1000;
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private record Node(int parent, int mint, int depth, RefreshToken token, String idRefresh) {
    Node(int parent, int mint, int depth, RefreshToken token) {
      this(parent, mint, depth, token, token.idRefresh());
    }
  }

  private final Minting minting;
  private final int far;
  private final SigningKeys keys = TestKeys.fresh(NOW);
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Long, Integer> children = new HashMap<>();

  TokenTree(Scheme scheme) {
    this.minting = scheme.minting();
    this.far = scheme.far();
    RefreshToken login =
        SeededRefreshTokenCodec.login(
            keys.current(KeyPurpose.REFRESH), mint(0), NOW, NOW.plus(Duration.ofDays(365)), RANDOM);
    nodes.add(new Node(NONE, 0, 0, login));
  }

  Minting minting() {
    return minting;
  }

  int far() {
    return far;
  }

  /** Reads tokens back, as a node would. */
  SeededRefreshTokenCodec codec() {
    return new SeededRefreshTokenCodec(keys::find);
  }

  RefreshToken token(int id) {
    return nodes.get(id).token();
  }

  String idRefresh(int id) {
    return nodes.get(id).idRefresh();
  }

  int parent(int id) {
    return nodes.get(id).parent();
  }

  /** Slot or nonce. */
  int mintOf(int id) {
    return nodes.get(id).mint();
  }

  /** How many generations after the root. */
  int depth(int id) {
    return nodes.get(id).depth();
  }

  int child(int parent, int mint) {
    return children.computeIfAbsent(
        key(parent, mint),
        key -> {
          nodes.add(new Node(parent, mint, depth(parent) + 1, token(parent).child(mint(mint))));
          return nodes.size() - 1;
        });
  }

  /** What a node whose clock shows this many ticks (of a slot's so many) gives a child. */
  int mintAt(int tick, int ticksPerSlot, int parent, int[] living) {
    return switch (minting) {
      case CONSTANT -> 0;
      case NONCE -> unused(parent, living);
      case SLOT -> {
        Instant now = NOW.plusMillis(tick * SLOT_MILLIS / ticksPerSlot);
        Instant start = ((Mint.Slot) SLOTS.mint(now, RANDOM)).start();
        yield (int) (Duration.between(NOW, start).toMillis() / SLOT_MILLIS);
      }
    };
  }

  Mint mint(int mint) {
    return switch (minting) {
      case CONSTANT -> new Mint.Slot(NOW);
      case NONCE -> new Mint.Nonce(String.format(Locale.ROOT, "%032x", mint));
      case SLOT -> moved(new Mint.Slot(NOW), mint);
    };
  }

  /** The slot so many slots later. */
  static Mint moved(Mint mint, int slots) {
    return new Mint.Slot(((Mint.Slot) mint).start().plusMillis(slots * SLOT_MILLIS));
  }

  /** For people: {@code T}, or {@code T/-3/0} for the child of now of T's child of 3 slots ago. */
  String name(int id) {
    return id == ROOT ? "T" : name(parent(id)) + "/" + mintOf(id);
  }

  private int unused(int parent, int[] living) {
    int nonce = 0;
    while (isUsed(children.get(key(parent, nonce)), living)) {
      nonce++;
    }
    return nonce;
  }

  private boolean isUsed(Integer token, int[] living) {
    if (token == null) {
      return false;
    }
    for (int id : living) {
      for (int i = id; i != NONE; i = parent(i)) {
        if (i == token) {
          return true;
        }
      }
    }
    return false;
  }

  private static long key(int parent, int mint) {
    return ((long) parent << 32) | (mint & 0xffffffffL);
  }
}
