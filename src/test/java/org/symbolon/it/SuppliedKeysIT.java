package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.net.URL;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.AccessTokenKey;
import org.symbolon.AntiCsrfCheck;
import org.symbolon.SessionManager;
import org.symbolon.SessionStoreException;
import org.symbolon.SessionTokens;
import org.symbolon.TryRefreshTokenException;
import org.symbolon.UserId;

/** An application with a bean that supplies the keys of access tokens. */
@ExtendWith(ArquillianExtension.class)
class SuppliedKeysIT {

  @Deployment
  static WebArchive war() {
    return LibraryWar.named("keys.war")
        .with(LoginResource.class, KeyBean.class)
        .with(Browser.class, Answer.class, AnswerAssert.class, SetCookie.class)
        .withJarOf(Assertions.class)
        .build();
  }

  @Inject SessionManager manager;
  @Inject KeyBean bean;

  @Test
  void the_bean_is_asked_for_each_token_also_one_that_is_remembered() {
    int before = bean.calls();
    SessionTokens login = manager.create(UserId.of("u"), null, null);
    verify(login);
    verify(login);
    assertThat(bean.calls() - before).isEqualTo(3);
  }

  @Test
  void after_a_change_of_the_key_old_tokens_are_told_to_refresh_and_new_ones_work() {
    SessionTokens login = manager.create(UserId.of("u"), null, null);
    verify(login);
    bean.replace(List.of(KeyBean.fresh()));
    assertThatThrownBy(() -> verify(login)).isInstanceOf(TryRefreshTokenException.class);
    verify(manager.refresh(login.refreshToken().value()));
  }

  @Test
  void a_bean_without_a_key_makes_sessions_unavailable_and_is_named() {
    SessionTokens login = manager.create(UserId.of("u"), null, null);
    List<AccessTokenKey> keys = bean.replace(List.of());
    try {
      assertThatThrownBy(() -> verify(login))
          .isInstanceOf(SessionStoreException.class)
          .hasMessageContaining(KeyBean.class.getName() + " ");
    } finally {
      bean.replace(keys);
    }
    verify(login);
  }

  @Test
  @RunAsClient
  void a_browser_has_tokens_of_the_bean_s_key(@ArquillianResource URL base) {
    Browser user = new Browser(base).loggedIn("alice");
    AnswerAssert.assertAnswer(user.get("api/login")).saysOk("alice");
    assertThat(Forgery.decoded(user.cookie(AnswerAssert.ACCESS).split("\\.", -1)[0]))
        .matches("\\{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"app-[0-9a-f]{16}\"}");
  }

  private void verify(SessionTokens tokens) {
    manager.verify(tokens.accessToken().value(), AntiCsrfCheck.require(tokens.antiCsrfToken()));
  }
}
