package org.symbolon.it;

import static org.symbolon.it.AnswerAssert.ACCESS;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles on methods of CDI beans and enterprise beans, called from what is open. */
interface RoleBeanTests extends Site {

  @ParameterizedTest
  @ValueSource(strings = {"caller/bean", "api/beans/admins"})
  default void a_cdi_bean_asks_for_a_session_and_a_role(String path) {
    assertAnswer(browser().get(path)).hasStatus(401).leavesTokensAlone();
    Browser user = browser().loggedIn("alice", "user");
    assertAnswer(user.get(path)).hasStatus(403).leavesTokensAlone();
    user.forget(ACCESS);
    assertAnswer(user.get(path)).hasStatus(440).leavesTokensAlone();
    Browser admin = browser().loggedIn("bob", "admin");
    assertAnswer(admin.get(path)).saysOk("for administrators").leavesTokensAlone();
  }

  @Test
  default void a_change_by_way_of_a_cdi_bean_needs_the_anti_csrf_token() {
    Browser admin = browser().loggedIn("bob", "admin");
    String path = "api/beans/admins";
    assertAnswer(admin.raw("POST", path, admin.cookieHeader(path), "")).hasStatus(440);
    assertAnswer(admin.post(path)).saysOk("for administrators");
  }

  @Test
  default void what_stands_on_a_method_comes_before_what_stands_on_its_class() {
    assertAnswer(browser().get("api/beans/all")).saysOk("for all").leavesTokensAlone();
    Browser admin = browser().loggedIn("bob", "admin");
    assertAnswer(admin.get("api/beans/nobody")).hasStatus(403).leavesTokensAlone();
  }

  @Test
  default void an_enterprise_bean_s_roles_are_enforced_by_the_server() {
    Browser admin = browser().loggedIn("bob", "admin");
    assertAnswer(admin.get("caller/ledger")).saysOk("a balance for bob");
    assertAnswer(admin.get("api/beans/ledger")).saysOk("a balance for bob");
    Browser user = browser().loggedIn("alice", "user");
    assertAnswer(user.get("caller/ledger")).hasStatus(403).leavesTokensAlone();
  }
}
