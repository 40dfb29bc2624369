package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.ECPoint;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.config.SigningAlgorithm;

/** The format of key rows, which running systems will hold us to. */
class KeyValueTest {
  private static final String ROW =
      "symbolon1:HS256:plain:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

  private static final String SEED =
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
  private static final String PUBLIC =
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

  private static final String D = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI";
  private static final String X = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
  private static final String Y = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";

  @Test
  void a_row_is_read_and_written_as_it_always_was() {
    KeyValue value = KeyValue.decode(ROW).orElseThrow();
    assertThat(value.algorithm()).isEqualTo(SigningAlgorithm.HS256);
    assertThat(value.secret()).hasSize(32).startsWith(0, 1, 2).endsWith(30, 31);
    assertThat(value.encode()).isEqualTo(ROW);
  }

  @Test
  void key_ids_and_sub_keys_stay_what_they_are() {
    KeySlot slot =
        new KeySlot(
            KeyPurpose.ACCESS, SigningAlgorithm.HS256, Instant.ofEpochSecond(1_767_225_600));
    SigningKey key = SigningKey.of(slot, KeyValue.decode(ROW).orElseThrow());
    assertThat(slot.rowName()).isEqualTo("symbolon-access-1767225600");
    assertThat(KeySlot.ofRow(slot.rowName())).contains(slot);
    assertThat(key.id()).matches("access-1767225600-[0-9a-f]{16}");
    assertThat(key.subKey("symbolon/access-hs256/v1"))
        .hasSize(32)
        .isNotEqualTo(key.subKey("symbolon/refresh-mac/v1"));
    assertThat(key.toString() + KeyValue.decode(ROW)).doesNotContain("AAECAw");
  }

  /** The key of RFC 7515, appendix A.3. */
  @Test
  void a_row_with_a_key_pair_is_read_and_written_as_it_always_was() {
    KeyValue value = KeyValue.decode(es256Row(D, X, Y)).orElseThrow();
    assertThat(value.algorithm()).isEqualTo(SigningAlgorithm.ES256);
    assertThat(((ECPrivateKey) value.pair().getPrivate()).getS()).isEqualTo(number(D));
    assertThat(((ECPublicKey) value.pair().getPublic()).getW())
        .isEqualTo(new ECPoint(number(X), number(Y)));
    assertThat(value.secret()).hasSize(32).startsWith(0, 1, 2).endsWith(30, 31);
    assertThat(value.encode()).isEqualTo(es256Row(D, X, Y)).hasSizeLessThanOrEqualTo(255);
    KeySlot slot = new KeySlot(KeyPurpose.ACCESS, SigningAlgorithm.ES256, Instant.EPOCH);
    SigningKey key = SigningKey.of(slot, value);
    assertThat(key.toString() + value).doesNotContain(D.substring(0, 8));
    assertThat(key.id()).isEqualTo("access-es256-0-8bfdc5c2905c2829");
    assertThat(key.macKey()).isEqualTo(key.subKey("symbolon/access-es256-mac/v1"));
  }

  /** The first key of RFC 8032, section 7.1. */
  @Test
  void a_row_with_a_key_pair_of_ed25519_is_read_and_written_as_it_always_was() throws Exception {
    KeyValue value = KeyValue.decode(edDsaRow(SEED, PUBLIC)).orElseThrow();
    assertThat(value.algorithm()).isEqualTo(SigningAlgorithm.EDDSA);
    assertThat(((EdECPrivateKey) value.pair().getPrivate()).getBytes().orElseThrow())
        .isEqualTo(HexFormat.of().parseHex(SEED));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(value.pair().getPrivate());
    assertThat(HexFormat.of().formatHex(signature.sign()))
        .startsWith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155");
    assertThat(value.secret()).hasSize(32).startsWith(0, 1, 2).endsWith(30, 31);
    assertThat(value.encode()).isEqualTo(edDsaRow(SEED, PUBLIC)).hasSizeLessThanOrEqualTo(255);
    KeySlot slot = new KeySlot(KeyPurpose.ACCESS, SigningAlgorithm.EDDSA, Instant.EPOCH);
    SigningKey key = SigningKey.of(slot, value);
    assertThat(key.id()).isEqualTo("access-eddsa-0-8bfdc5c2905c2829");
    assertThat(key.macKey()).isEqualTo(key.subKey("symbolon/access-eddsa-mac/v1"));
  }

  @Test
  void halves_of_ed25519_that_do_not_belong_together_are_not_taken_for_a_key() {
    for (String row :
        List.of(
            edDsaRow(PUBLIC, SEED),
            edDsaRow(SEED, SEED),
            edDsaRow(SEED, "00".repeat(32)),
            edDsaRow(SEED, "ff".repeat(32)),
            edDsaRow(SEED, PUBLIC).replace("EdDSA", "ES256"),
            edDsaRow(SEED, PUBLIC).replace("EdDSA", "EDDSA"),
            edDsaRow(SEED, PUBLIC).replace("EdDSA", "RS256"),
            es256Row(D, X, Y).replace("ES256", "EdDSA"),
            edDsaRow(SEED, PUBLIC) + "AAAA")) {
      assertThat(KeyValue.decode(row)).as(row).isEmpty();
    }
  }

  @Test
  void new_rows_are_read_again_and_fit_the_column() {
    for (SigningAlgorithm algorithm : tableAlgorithms()) {
      for (int i = 0; i < 20; i++) {
        KeyValue value = KeyValue.generate(algorithm, new SecureRandom());
        assertThat(value.encode()).hasSizeLessThanOrEqualTo(255);
        KeyValue read = KeyValue.decode(value.encode()).orElseThrow();
        assertThat(read.algorithm()).isEqualTo(algorithm);
        assertThat(read.secret()).isEqualTo(value.secret());
        assertThat(read.encode()).isEqualTo(value.encode());
      }
    }
  }

  /** R37: numbers that are no key on the curve. */
  @Test
  void halves_that_do_not_belong_together_are_not_taken_for_a_key() {
    String zero = "A".repeat(43);
    for (String row :
        List.of(
            es256Row(D, Y, X), // not on the curve
            es256Row(X, X, Y), // another private key
            es256Row(zero, X, Y),
            es256Row(D, zero, zero),
            es256Row(D, X, Y).replace("ES256", "HS256"),
            ROW.replace("HS256", "ES256"),
            es256Row(D, X, Y) + "AAAA")) {
      assertThat(KeyValue.decode(row)).as(row).isEmpty();
    }
  }

  /** d, x and y of a P-256 key, a secret, nonce and tag, base64url: the longest row to come. */
  @Test
  void the_longest_row_to_come_fits_the_column() {
    int bytes = 96 + 32 + 12 + 16;
    assertThat("symbolon1:ES256:A256GCM.01234567:".length() + (bytes * 4 + 2) / 3)
        .isLessThanOrEqualTo(255);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Zml4ZWQtYWNjZXNzLXRva2VuLXNpZ25pbmcta2V5ISE=",
        "symbolon1:HS256:plain:AAEC",
        "symbolon1:HS256:plain:!!!!",
        "symbolon1:none:plain:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "symbolon1:HS256:A256GCM.k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
        "symbolon2:HS256:plain:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
      })
  void other_rows_are_not_taken_for_keys(String row) {
    assertThat(KeyValue.decode(row)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "access_token_signing_key",
        "refresh_token_key",
        "symbolon-access-",
        "symbolon-access--1",
        "symbolon-other-0",
        "symbolon-access-es512-0",
        "symbolon-access-rs256-0",
        "symbolon-access-hs256-0",
        "symbolon-access-EdDSA-0",
        "symbolon-refresh-eddsa-0",
        "symbolon-access-00",
        "symbolon-refresh-es256-0",
        "symbolon-access-0 "
      })
  void rows_of_others_are_left_alone(String rowName) {
    assertThat(KeySlot.ofRow(rowName)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "symbolon-access-1767225600, ACCESS, HS256, 1767225600",
    "symbolon-access-es256-1767225600, ACCESS, ES256, 1767225600",
    "symbolon-access-es256-0, ACCESS, ES256, 0",
    "symbolon-access-eddsa-1767225600, ACCESS, EDDSA, 1767225600",
    "symbolon-refresh-0, REFRESH, HS256, 0"
  })
  void row_names_say_what_a_key_is_for(
      String rowName, KeyPurpose purpose, SigningAlgorithm algorithm, long start) {
    KeySlot slot = new KeySlot(purpose, algorithm, Instant.ofEpochSecond(start));
    assertThat(slot.rowName()).isEqualTo(rowName);
    assertThat(KeySlot.ofRow(rowName)).contains(slot);
  }

  private static String es256Row(String d, String x, String y) {
    ByteBuffer bytes = ByteBuffer.allocate(128);
    for (String part : List.of(d, x, y, ROW.substring(ROW.lastIndexOf(':') + 1))) {
      bytes.put(Base64.getUrlDecoder().decode(part));
    }
    return "symbolon1:ES256:plain:"
        + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static List<SigningAlgorithm> tableAlgorithms() {
    return Arrays.stream(SigningAlgorithm.values())
        .filter(SigningAlgorithm::hasKeysInTable)
        .toList();
  }

  private static String edDsaRow(String seed, String publicKey) {
    byte[] bytes =
        ByteBuffer.allocate(96)
            .put(HexFormat.of().parseHex(seed + publicKey))
            .put(Base64.getUrlDecoder().decode(ROW.substring(ROW.lastIndexOf(':') + 1)))
            .array();
    return "symbolon1:EdDSA:plain:" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static BigInteger number(String base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
  }
}
