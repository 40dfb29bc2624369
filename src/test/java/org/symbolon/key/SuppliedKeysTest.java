package org.symbolon.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.AccessTokenKey;
import org.symbolon.AccessTokenKeys;
import org.symbolon.SessionStoreException;
import org.symbolon.config.SigningAlgorithm;
import org.symbolon.testing.SettableClock;
import org.symbolon.testing.TestKeys;

/** Keys of the application's. */
class SuppliedKeysTest {
  private static final String BEAN = "com.example.VaultKeys";
  private static final Logger LOGGER = Logger.getLogger(SuppliedKeys.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<String> logged = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord message) {
          logged.add(new SimpleFormatter().format(message));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final SigningKeys table = TestKeys.fresh(new SettableClock());
  private List<AccessTokenKey> answer = List.of(hs256(), hs256());
  private int calls;

  @BeforeEach
  void listen() {
    LOGGER.addHandler(handler);
    LOGGER.setUseParentHandlers(false);
  }

  @AfterEach
  void stop() {
    LOGGER.removeHandler(handler);
    LOGGER.setUseParentHandlers(true);
  }

  @Test
  void the_first_key_signs_and_all_verify() {
    SuppliedKeys keys = keys(SigningAlgorithm.HS256);
    SigningKey first = keys.current(KeyPurpose.ACCESS);
    assertThat(first.id()).matches("app-[0-9a-f]{16}");
    assertThat(first.macKey()).isEqualTo(((AccessTokenKey.Hs256) answer.get(0)).secret());
    assertThat(keys.find(first.id())).contains(first);
    answer = List.of(answer.get(1), answer.get(0));
    SigningKey second = keys.current(KeyPurpose.ACCESS);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(keys.find(first.id())).contains(first);
    assertThat(keys.find("app-0123456789abcdef")).isEmpty();
    answer = List.of(answer.get(0));
    assertThat(keys.find(first.id())).as("taken back").isEmpty();
  }

  @Test
  void the_application_is_asked_each_time_and_not_before() {
    SuppliedKeys keys = keys(SigningAlgorithm.HS256);
    assertThat(calls).isZero();
    String id = keys.current(KeyPurpose.ACCESS).id();
    assertThat(calls).isEqualTo(1);
    for (int i = 0; i < 10; i++) {
      keys.find(id);
    }
    assertThat(calls).isEqualTo(11);
    keys.current(KeyPurpose.REFRESH);
    assertThat(calls).as("refresh tokens have the table's").isEqualTo(11);
  }

  @Test
  void refresh_tokens_keep_the_key_in_the_table_and_its_access_keys_do_not_count() {
    SuppliedKeys keys = keys(SigningAlgorithm.HS256);
    SigningKey refresh = table.current(KeyPurpose.REFRESH);
    SigningKey access = table.current(KeyPurpose.ACCESS);
    assertThat(keys.current(KeyPurpose.REFRESH)).isSameAs(refresh);
    assertThat(keys.find(HexFormat.of().formatHex(refresh.fingerprint()))).contains(refresh);
    assertThat(keys.find(access.id())).isEmpty();
    assertThat(keys.find(HexFormat.of().formatHex(access.fingerprint()))).isEmpty();
  }

  @Test
  void keys_that_are_equal_are_derived_once_however_often_they_are_made() {
    byte[] secret = RANDOM.generateSeed(40);
    KeyPair pair = P256.FORMAT.generate(RANDOM);
    SuppliedKeys keys =
        new SuppliedKeys(
            BEAN,
            () -> () -> List.of(AccessTokenKey.hs256(secret.clone()), copyOf(pair)),
            SigningAlgorithm.HS256,
            table);
    SigningKey first = keys.current(KeyPurpose.ACCESS);
    SigningKey second = keys.find(derived(copyOf(pair)).id()).orElseThrow();
    assertThat(keys.current(KeyPurpose.ACCESS)).isSameAs(first);
    assertThat(keys.find(second.id()).orElseThrow()).isSameAs(second);
  }

  @Test
  void one_key_has_one_id_on_every_node() throws Exception {
    byte[] secret = HexFormat.of().parseHex("00".repeat(31) + "01");
    assertThat(derived(AccessTokenKey.hs256(secret)).id())
        .isEqualTo(derived(AccessTokenKey.hs256(secret)).id())
        .isEqualTo("app-9fa84502e37c4cbf");
    KeyPair pair =
        P256.FORMAT.decode(
            HexFormat.of()
                .parseHex(
                    "0".repeat(63)
                        + "1"
                        + "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                        + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"));
    assertThat(derived(AccessTokenKey.es256(pair)).id()).isEqualTo("app-4ffd87b2074c6680");
    KeyPair edDsa =
        Ed25519.FORMAT.decode(
            HexFormat.of()
                .parseHex(
                    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
                        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    assertThat(derived(AccessTokenKey.edDsa(edDsa)).id()).isEqualTo("app-0a326c8958fb3d28");
    KeyPair rsa = TestKeys.rsaPair(2048);
    assertThat(derived(AccessTokenKey.rs256(rsa)).id())
        .isEqualTo(derived(AccessTokenKey.rs256(copyOf("RSA", rsa))).id())
        .isNotEqualTo(derived(AccessTokenKey.rs256(TestKeys.rsaPair(2048))).id());
  }

  static Stream<Arguments> troubles() throws Exception {
    KeyPair p256 = P256.FORMAT.generate(RANDOM);
    KeyPair other = P256.FORMAT.generate(RANDOM);
    return Stream.of(
        trouble("returned no key", () -> null),
        trouble("returned no key", () -> List.of()),
        trouble("a null among its keys", () -> Arrays.asList(hs256(), null)),
        trouble("failed with org.symbolon.SessionStoreException", SuppliedKeysTest::failsLikeUs),
        trouble("failed with java.lang.IllegalStateException", SuppliedKeysTest::fails),
        trouble(
            "failed with java.lang.NoClassDefFoundError",
            () -> {
              throw new NoClassDefFoundError("com/example/Vault");
            }),
        trouble(
            "failed with java.lang.IllegalArgumentException",
            () -> List.of(AccessTokenKey.hs256(new byte[31]))),
        trouble(
            "returned an ES256 key first, but symbolon.access-token.algorithm is HS256",
            () -> List.of(AccessTokenKey.es256(p256), hs256())),
        trouble(
            "the curve P-256",
            () -> List.of(hs256(), AccessTokenKey.es256(pair("EC", "secp384r1")))),
        trouble(
            "failed with java.lang.IllegalArgumentException",
            () -> List.of(hs256(), AccessTokenKey.es256(pair("RSA", "")))),
        trouble(
            "the curve Ed25519", () -> List.of(hs256(), AccessTokenKey.edDsa(pair("Ed448", "")))),
        trouble(
            "failed with java.lang.IllegalArgumentException",
            () -> List.of(hs256(), AccessTokenKey.edDsa(p256))),
        trouble(
            "failed with java.lang.IllegalArgumentException",
            () -> List.of(hs256(), AccessTokenKey.rs256(p256))),
        trouble(
            "2048 to 4096 bits, this one has 1024",
            () -> List.of(hs256(), AccessTokenKey.rs256(TestKeys.rsaPair(1024)))),
        trouble(
            "the public key is not that of the private key",
            () ->
                List.of(
                    hs256(),
                    AccessTokenKey.rs256(
                        new KeyPair(
                            TestKeys.rsaPair(2048).getPublic(),
                            TestKeys.rsaPair(2048).getPrivate())))),
        trouble(
            "the public key is not that of the private key",
            () ->
                List.of(
                    hs256(),
                    AccessTokenKey.edDsa(
                        new KeyPair(
                            TestKeys.ed25519Pair().getPublic(),
                            TestKeys.ed25519Pair().getPrivate())))),
        trouble(
            "the public key is not that of the private key",
            () ->
                List.of(
                    hs256(),
                    AccessTokenKey.es256(new KeyPair(other.getPublic(), p256.getPrivate())))));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void trouble_is_named_with_the_bean_and_no_other_key_takes_the_place(
      String named, AccessTokenKeys bad) {
    List<AccessTokenKeys> bean = new ArrayList<>(List.of(() -> answer));
    SuppliedKeys keys = new SuppliedKeys(BEAN, () -> bean.get(0), SigningAlgorithm.HS256, table);
    String id = keys.current(KeyPurpose.ACCESS).id();
    bean.set(0, bad);
    for (Supplier<Object> act :
        List.<Supplier<Object>>of(() -> keys.current(KeyPurpose.ACCESS), () -> keys.find(id))) {
      assertThatThrownBy(act::get)
          .isInstanceOf(SessionStoreException.class)
          .hasMessageContaining(BEAN)
          .hasMessageContaining(named);
    }
    assertThat(logged).hasSize(1);
    assertThat(logged.get(0)).contains(BEAN, named);
    assertThat(keys.current(KeyPurpose.REFRESH)).isNotNull();
    bean.set(0, () -> answer);
    assertThat(keys.find(id)).isPresent();
    bean.set(0, bad);
    assertThatThrownBy(() -> keys.find(id)).isInstanceOf(SessionStoreException.class);
    assertThat(logged).as("again after it had worked").hasSize(2);
  }

  @Test
  void a_bean_that_cannot_be_made_is_trouble_of_the_same_kind() {
    SuppliedKeys keys =
        new SuppliedKeys(
            BEAN,
            () -> {
              throw new IllegalStateException("no vault");
            },
            SigningAlgorithm.HS256,
            table);
    assertThatThrownBy(() -> keys.current(KeyPurpose.ACCESS))
        .isInstanceOf(SessionStoreException.class)
        .hasMessageContaining(BEAN);
    assertThat(logged.get(0)).contains("no vault");
  }

  @Test
  void keys_show_nothing_of_themselves_and_cannot_be_changed() {
    byte[] secret = RANDOM.generateSeed(32);
    AccessTokenKey.Hs256 key = (AccessTokenKey.Hs256) AccessTokenKey.hs256(secret);
    String before = HexFormat.of().formatHex(secret);
    secret[0]++;
    key.secret()[1]++;
    assertThat(HexFormat.of().formatHex(key.secret())).isEqualTo(before);
    KeyPair pair = P256.FORMAT.generate(RANDOM);
    String d = HexFormat.of().formatHex(P256.FORMAT.encode(pair)).substring(0, 64);
    assertThat(key + " " + AccessTokenKey.es256(pair) + derived(key) + derived(copyOf(pair)))
        .doesNotContain(before, d, new BigInteger(d, 16).toString());
    assertThat(AccessTokenKey.es256(pair)).isEqualTo(copyOf(pair)).hasSameHashCodeAs(copyOf(pair));
    assertThat(AccessTokenKey.es256(pair))
        .isNotEqualTo(AccessTokenKey.es256(P256.FORMAT.generate(RANDOM)));
    assertThat(key).isNotEqualTo(AccessTokenKey.hs256(secret));
  }

  @Test
  void equal_pairs_of_each_kind_are_one_key_and_show_nothing_of_themselves() {
    for (KeyPair pair : List.of(TestKeys.ed25519Pair(), TestKeys.rsaPair(2048))) {
      String algorithm = pair.getPublic().getAlgorithm();
      AccessTokenKey key = supplied(pair);
      AccessTokenKey copy = supplied(copyOf(algorithm, pair));
      assertThat(key).isEqualTo(copy).hasSameHashCodeAs(copy).isNotEqualTo(hs256());
      String seen = key.toString() + derived(key);
      assertThat(seen).matches("AccessTokenKey\\[\\w+]SigningKey\\[app-[0-9a-f]{16}]");
    }
    assertThat(supplied(TestKeys.ed25519Pair())).isNotEqualTo(supplied(TestKeys.ed25519Pair()));
    assertThat(supplied(TestKeys.rsaPair(2048))).isNotEqualTo(supplied(TestKeys.rsaPair(2048)));
  }

  /** R36. */
  @ParameterizedTest
  @CsvSource({"2048, 1", "3072, 0"})
  void an_rsa_key_of_less_than_128_bits_of_security_is_used_with_one_warning(
      int bits, int warnings) {
    answer = List.of(AccessTokenKey.rs256(TestKeys.rsaPair(bits)));
    SuppliedKeys keys = keys(SigningAlgorithm.RS256);
    for (int i = 0; i < 5; i++) {
      assertThat(keys.current(KeyPurpose.ACCESS).algorithm()).isEqualTo(SigningAlgorithm.RS256);
    }
    assertThat(logged).hasSize(warnings);
    assertThat(logged).allMatch(line -> line.contains(BEAN) && line.contains("3072"));
  }

  @Test
  void the_table_has_no_keys_of_rs256() {
    assertThatThrownBy(
            () ->
                TestKeys.fresh(
                    new SettableClock(), Map.of("symbolon.access-token.algorithm", "RS256")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("AccessTokenKeys");
  }

  private static AccessTokenKey supplied(KeyPair pair) {
    return pair.getPublic() instanceof java.security.interfaces.RSAPublicKey
        ? AccessTokenKey.rs256(pair)
        : AccessTokenKey.edDsa(pair);
  }

  private static KeyPair copyOf(String algorithm, KeyPair pair) {
    try {
      KeyFactory factory = KeyFactory.getInstance(algorithm);
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(pair.getPublic().getEncoded())),
          factory.generatePrivate(new PKCS8EncodedKeySpec(pair.getPrivate().getEncoded())));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private SuppliedKeys keys(SigningAlgorithm algorithm) {
    return new SuppliedKeys(
        BEAN,
        () ->
            () -> {
              calls++;
              return answer;
            },
        algorithm,
        table);
  }

  private static Arguments trouble(String named, AccessTokenKeys bad) {
    return Arguments.of(named, bad);
  }

  private static List<AccessTokenKey> fails() {
    throw new IllegalStateException("the vault is sealed");
  }

  private static List<AccessTokenKey> failsLikeUs() {
    throw new SessionStoreException("of the bean's own", null);
  }

  private static AccessTokenKey hs256() {
    return AccessTokenKey.hs256(RANDOM.generateSeed(32));
  }

  private static AccessTokenKey copyOf(KeyPair pair) {
    try {
      return AccessTokenKey.es256(P256.FORMAT.decode(P256.FORMAT.encode(pair)));
    } catch (java.security.InvalidKeyException e) {
      throw new AssertionError(e);
    }
  }

  private static SigningKey derived(AccessTokenKey key) {
    try {
      return SigningKey.of(key);
    } catch (java.security.InvalidKeyException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair pair(String algorithm, String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (!curve.isEmpty()) {
        generator.initialize(new ECGenParameterSpec(curve));
      }
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
