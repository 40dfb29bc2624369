package org.symbolon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The library for React Native, unmodified but for the storage of a phone, which is the page's
 * here. It keeps its tokens itself; cookies never cross the wire.
 */
interface PhoneTests {
  Sdk PHONE = new Sdk("react-native-5.1.5", "header", "fetch");

  /** A new one. */
  Visitor visitor(Sdk sdk);

  @Test
  default void the_library_for_react_native_lives_a_whole_session() {
    Visitor visitor = visitor(PHONE);
    SdkUser user = visitor.user();
    SdkTab app = visitor.tab();
    assertThat(app.get("me")).isEqualTo(401);
    assertThat(app.login()).isEqualTo(200);
    assertThat(app.exists()).isTrue();
    assertThat(app.js("sdk.userId()")).isEqualTo("Zoë 😀");
    assertThat(app.js("sdk.payload()")).asString().contains("city=Łódź");
    String handle = visitor.handle();
    assertThat(app.post("like")).isEqualTo(200);

    awaitExpiry(app);
    user.forgetWire();
    app.begin(20);
    assertThat(app.statuses()).isEqualTo(Collections.nCopies(20, 200));
    assertThat(user.refreshes()).isEqualTo(1);
    assertThat(visitor.handle()).isEqualTo(handle);

    assertThat(app.refresh()).isTrue();
    assertThat(app.put("payload", "{\"city\":\"東京\"}")).isEqualTo(204);
    assertThat(app.js("sdk.payload()")).asString().contains("city=東京");
    assertThat(app.put("payload", "{\"hold\":\"unpaid\"}")).isEqualTo(204);
    assertThat(app.get("me")).isEqualTo(403);
    assertThat(user.apiCookies()).isEmpty();

    user.forgetWire();
    app.js("sdk.signOut()");
    assertThat(user.wire()).containsExactly("POST /api/signout 200");
    assertThat(app.exists()).isFalse();
    assertThat(app.js("localStorage.getItem('st-storage-item-st-refresh-token')")).isNull();
    user.close();
  }

  @Test
  default void a_token_that_is_copied_from_a_phone_is_found_out() {
    Visitor visitor = visitor(PHONE);
    SdkTab app = visitor.tab();
    assertThat(app.login()).isEqualTo(200);
    String handle = visitor.handle();
    Object copy = app.js("localStorage.getItem('st-storage-item-st-refresh-token')");
    for (int i = 0; i < 2; i++) {
      assertThat(app.refresh()).isTrue();
      assertThat(app.get("me")).isEqualTo(200);
    }
    HttpResponse<String> answer =
        visitor
            .user()
            .fromOutside(Map.of("st-auth-mode", "header", "Authorization", "Bearer " + copy));
    assertThat(answer.statusCode()).isEqualTo(401);
    visitor.awaitEvent("TheftDetected", handle);
    assertThat(app.refresh()).isFalse();
    assertThat(app.exists()).isFalse();
    visitor.user().close();
  }

  private static void awaitExpiry(SdkTab app) {
    String frontToken = "atob(localStorage.getItem('supertokens-rn-front-token-key'))";
    app.page.waitForFunction("() => JSON.parse(" + frontToken + ").ate < Date.now()");
  }
}
