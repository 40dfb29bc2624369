package org.symbolon.reference;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.symbolon.key.HmacSha256;

/** Bytes that nobody can tell from random ones: random at a login, else from a key. */
final class Chance {
  private Chance() {}

  static byte[] random(int length, SecureRandom random) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The same for the same parts, of which none can run over into the next. */
  static byte[] from(byte[] key, int length, List<String> parts) {
    byte[] seed = HmacSha256.of(key, joined(parts));
    ByteBuffer blocks = ByteBuffer.allocate(length + 32);
    for (int i = 0; blocks.position() < length; i++) {
      blocks.put(HmacSha256.of(seed, new byte[] {(byte) i}));
    }
    return Arrays.copyOf(blocks.array(), length);
  }

  private static byte[] joined(List<String> parts) {
    List<byte[]> encoded =
        parts.stream().map(part -> part.getBytes(StandardCharsets.UTF_8)).toList();
    int length = encoded.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    ByteBuffer joined = ByteBuffer.allocate(length);
    encoded.forEach(part -> joined.putInt(part.length).put(part));
    return joined.array();
  }
}
