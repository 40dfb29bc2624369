package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.symbolon.config.SigningAlgorithm;

/** The format of encrypted key rows, which running systems will hold us to. */
class RowCipherTest {
  private static final String NAME = "symbolon-access-1767225600";
  private static final String PLAIN =
      "symbolon1:HS256:plain:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

  private final SecureRandom random = new SecureRandom();
  private final SecretKey secret = secret("c0ffee");
  private final RowCipher cipher = new RowCipher("signing_key", secret);
  private final KeyRowText plain = KeyRowText.of(PLAIN).orElseThrow();

  /** The longest name of an algorithm so far has five letters; the column has 255 characters. */
  @Test
  void every_row_fits_its_column_and_has_the_size_that_the_documents_say() {
    var sizes = new TreeMap<String, Integer>();
    for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
      if (!algorithm.hasKeysInTable()) {
        continue;
      }
      for (int i = 0; i < 50; i++) {
        String row = KeyValue.generate(algorithm, random).encode();
        String encrypted = encrypt(NAME, row).text();
        assertThat(encrypted).hasSizeLessThanOrEqualTo(255);
        assertThat(encrypted)
            .matches("symbolon1:" + algorithm.jwsName() + ":A256GCM\\.[0-9a-f]{8}:[A-Za-z0-9_-]+");
        assertThat(decrypt(cipher, NAME, encrypted)).containsExactly(row);
        sizes.put(algorithm.jwsName() + " plain", row.length());
        sizes.put(algorithm.jwsName() + " encrypted", encrypted.length());
      }
    }
    System.out.println("characters of a key row: " + sizes);
    assertThat(sizes)
        .containsEntry("HS256 plain", 65)
        .containsEntry("HS256 encrypted", 113)
        .containsEntry("EdDSA encrypted", 199)
        .containsEntry("ES256 plain", 193)
        .containsEntry("ES256 encrypted", 241);
  }

  /** Made of the documents alone: docs/architecture.md says of which bytes. */
  @Test
  void a_row_is_what_the_documents_say() throws Exception {
    KeyRowText row = encrypt(NAME, PLAIN);
    byte[] data = row.bytes();
    byte[] key =
        HmacSha256.derive(
            secret.getEncoded(), new byte[0], ascii("symbolon/key-row-encryption/v1"));
    Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
    aes.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, data, 0, 12));
    for (String part : List.of("symbolon/key-row/v1", "signing_key", NAME, "HS256", "symbolon1")) {
      aes.updateAAD(new byte[] {0, 0, 0, (byte) part.length()});
      aes.updateAAD(ascii(part));
    }
    assertThat(aes.doFinal(data, 12, data.length - 12)).isEqualTo(plain.bytes());
    byte[] id =
        HmacSha256.derive(secret.getEncoded(), new byte[0], ascii("symbolon/key-row-id/v1"));
    assertThat(row.protection()).isEqualTo("A256GCM." + HexFormat.of().formatHex(id, 0, 4));
  }

  /** This row was made by another library, out of the documents; it must open for ever. */
  @Test
  void a_row_of_today_opens_for_ever() {
    String row =
        "symbolon1:HS256:A256GCM.808837a8:ZGVmZ2hpamtsbW5vfaHEOT4JMlIdV-yxqRoYEnAz_NM1KSQESkR_U9fuLt8sf6fWiesC16vl-7cwZdnD";
    assertThat(decrypt(cipher, NAME, row)).containsExactly(PLAIN);
  }

  @Test
  void the_same_key_is_never_encrypted_twice_alike() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      seen.add(encrypt(NAME, PLAIN).data());
    }
    assertThat(seen).hasSize(1000);
  }

  @Test
  void a_row_opens_in_its_own_place_only() {
    String row = encrypt(NAME, PLAIN).text();
    assertThat(decrypt(cipher, NAME, row)).containsExactly(PLAIN);
    assertThat(decrypt(cipher, "symbolon-access-1767312000", row)).isEmpty();
    assertThat(decrypt(cipher, "symbolon-refresh-0", row)).isEmpty();
    assertThat(decrypt(cipher, NAME, row.replace("HS256", "ES256"))).isEmpty();
    assertThat(decrypt(new RowCipher("signing_key2", secret), NAME, row)).isEmpty();
    assertThat(decrypt(new RowCipher("other", secret), NAME, row)).isEmpty();
  }

  @Test
  void neighbouring_parts_of_what_is_authenticated_do_not_run_together() {
    String row = encrypt("symbolon-access-1", PLAIN).text();
    assertThat(decrypt(new RowCipher("signing_keysymbolon", secret), "-access-1", row)).isEmpty();
  }

  @Test
  void a_row_of_another_key_does_not_open() {
    String row = encrypt(NAME, PLAIN).text();
    RowCipher other = new RowCipher("signing_key", secret("decaf"));
    assertThat(other.id()).isNotEqualTo(cipher.id());
    assertThat(decrypt(other, NAME, row)).isEmpty();
  }

  @Test
  void every_changed_character_is_noticed() {
    KeyRowText row = encrypt(NAME, PLAIN);
    String data = row.data();
    for (int i = 0; i < data.length(); i++) {
      char other = data.charAt(i) == 'A' ? 'B' : 'A';
      String changed = data.substring(0, i) + other + data.substring(i + 1);
      if (!java.util.Arrays.equals(
          new KeyRowText("symbolon1", "HS256", row.protection(), changed).bytes(), row.bytes())) {
        assertThat(decrypt(cipher, NAME, row.text().replace(data, changed))).as("%d", i).isEmpty();
      }
    }
    List<String> bad = new ArrayList<>(List.of("", "A", "AAAA", "!!!!", data + "AAAA"));
    for (int i = 0; i < data.length(); i++) {
      bad.add(data.substring(0, i));
    }
    for (String text : bad) {
      assertThat(decrypt(cipher, NAME, row.text().replace(data, text))).as(text).isEmpty();
    }
  }

  @Test
  void nothing_shows_a_key() {
    assertThat(cipher + " " + encrypt(NAME, PLAIN) + " " + plain)
        .doesNotContain("AAECAw")
        .isEqualTo(
            "RowCipher[%s] KeyRowText[HS256, A256GCM.%s] KeyRowText[HS256, plain]"
                .formatted(cipher.id(), cipher.id()));
  }

  private KeyRowText encrypt(String name, String row) {
    return cipher.encrypt(name, KeyRowText.of(row).orElseThrow(), random);
  }

  private static List<String> decrypt(RowCipher with, String name, String row) {
    return KeyRowText.of(row)
        .flatMap(text -> with.decrypt(name, text))
        .map(KeyRowText::text)
        .stream()
        .toList();
  }

  static SecretKey secret(String seed) {
    return new SecretKeySpec(HmacSha256.of(ascii(seed), new byte[0]), "AES");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
