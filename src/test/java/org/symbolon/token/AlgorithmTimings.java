package org.symbolon.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.symbolon.UserId;
import org.symbolon.key.SigningKeys;
import org.symbolon.testing.TestKeys;

/**
 * What a token costs that a node sees for the first time, by algorithm: a program, no test, since a
 * loaded machine has no stable answer. Run its {@code main} with the test class path.
 */
final class AlgorithmTimings {
  private static final int TOKENS = 300;
  private static final int ROUNDS = 40;

  private final JwsAccessTokenCodec codec;
  private final List<String> genuine = new ArrayList<>();
  private final List<String> forged = new ArrayList<>();

  private AlgorithmTimings(String algorithm) {
    SigningKeys keys =
        TestKeys.fresh(
            () -> SampleClaims.NOW, Map.of("symbolon.access-token.algorithm", algorithm));
    codec =
        new JwsAccessTokenCodec(
            keys, "JWT", new ClaimsJson("symbolon", List.of(), List.of("groups")));
    for (int i = 0; i < TOKENS; i++) {
      genuine.add(codec.encode(SampleClaims.confirmed(UserId.of("user " + i))));
    }
    for (int i = 0; i < TOKENS; i++) {
      String[] one = genuine.get(i).split("\\.", -1);
      String[] next = genuine.get((i + 1) % TOKENS).split("\\.", -1);
      forged.add(one[0] + "." + next[1] + "." + one[2]);
    }
  }

  public static void main(String[] arguments) {
    AlgorithmTimings hs256 = new AlgorithmTimings("HS256");
    AlgorithmTimings es256 = new AlgorithmTimings("ES256");
    double[] best = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    for (int round = 0; round < ROUNDS; round++) {
      best[0] = Math.min(best[0], hs256.micros(hs256.genuine, true));
      best[1] = Math.min(best[1], es256.micros(es256.genuine, true));
      best[2] = Math.min(best[2], hs256.micros(hs256.forged, false));
      best[3] = Math.min(best[3], es256.micros(es256.forged, false));
    }
    System.out.printf("new HS256 token    %6.1f µs%n", best[0]);
    System.out.printf("new ES256 token    %6.1f µs, ratio %.2f%n", best[1], best[1] / best[0]);
    System.out.printf("forged HS256 token %6.1f µs, ratio %.2f%n", best[2], best[2] / best[0]);
    System.out.printf("forged ES256 token %6.1f µs, ratio %.2f%n", best[3], best[3] / best[0]);
  }

  private double micros(List<String> tokens, boolean accepted) {
    long begin = System.nanoTime();
    for (String token : tokens) {
      if (codec.decode(token).isPresent() != accepted) {
        throw new IllegalStateException("accepted or refused wrongly");
      }
    }
    return (System.nanoTime() - begin) / 1000.0 / tokens.size();
  }
}
