package org.symbolon.it;

import static org.symbolon.it.AnswerAssert.assertAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles on secured methods: 403, and nothing happens to the tokens. */
interface RoleTests extends Site {

  @ParameterizedTest
  @CsvSource({
    "methods/admin, user, 403",
    "methods/admin, admin, 200",
    "methods/several, user, 403",
    "methods/several, editor, 200",
    "methods/several, admin, 200",
    "methods/nobody, admin, 403",
    "class, user, 403",
    "class, admin, 200",
    "class/everyone, user, 200",
    "overriding, user, 403",
    "overriding, admin, 200",
    "inheriting, user, 403",
    "inheriting, admin, 200",
  })
  default void a_role_decides(String path, String role, int status) {
    Browser user = browser().loggedIn("alice", role);
    assertAnswer(user.get("api/roles/" + path)).hasStatus(status).leavesTokensAlone();
  }

  @Test
  default void without_a_session_the_role_does_not_matter() {
    assertAnswer(browser().get("api/roles/class")).hasStatus(401).leavesTokensAlone();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "methods/nobody",
        "optional-nobody",
        "alone/nobody",
        "alone/no-roles",
        "alone/contradiction",
        "alone-class/nobody"
      })
  default void what_is_denied_to_all_asks_nobody_who_he_is(String path) {
    assertAnswer(browser().get("api/roles/" + path)).hasStatus(403).leavesTokensAlone();
    Browser admin = browser().loggedIn("alice", "admin");
    assertAnswer(admin.get("api/roles/" + path)).hasStatus(403).leavesTokensAlone();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, alone/admin",
    "GET, alone/stricter",
    "GET, alone/located",
    "GET, alone/located-bean",
    "GET, alone/located-bean/deep",
    "POST, alone",
    "GET, alone-class",
    "GET, alone-inheriting",
    "GET, alone-inherited",
    "GET, alone-implementing",
    "GET, alone-stereotype",
  })
  default void a_role_without_secured_implies_it(String method, String path) {
    assertAnswer(browser().call(method, "api/roles/" + path)).hasStatus(401).leavesTokensAlone();
    Browser user = browser().loggedIn("alice", "user");
    assertAnswer(user.call(method, "api/roles/" + path)).hasStatus(403).leavesTokensAlone();
    Browser admin = browser().loggedIn("alice", "admin");
    assertAnswer(admin.call(method, "api/roles/" + path)).saysOk("in").leavesTokensAlone();
  }

  @Test
  default void a_change_that_needs_a_role_needs_the_anti_csrf_token() {
    Browser admin = browser().loggedIn("alice", "admin");
    admin.antiCsrf = "wrong";
    assertAnswer(admin.post("api/roles/alone")).hasStatus(440).leavesTokensAlone();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alone/everyone", "alone/plain", "alone-class/everyone"})
  default void what_needs_no_role_stays_open(String path) {
    assertAnswer(browser().get("api/roles/" + path)).saysOk("in").leavesTokensAlone();
  }

  @Test
  default void an_overload_s_annotation_says_nothing_about_its_neighbour() {
    Browser user = browser().loggedIn("alice");
    assertAnswer(user.get("api/roles/overloads/denied")).hasStatus(403);
    assertAnswer(user.get("api/roles/overloads/permitted")).saysOk("in");
  }

  @Test
  default void the_security_context_knows_the_user_and_the_roles() {
    Browser user = browser().loggedIn("alice", "editor", "reader");
    assertAnswer(user.get("api/roles/methods/context"))
        .saysOk("alice editor=true admin=false SYMBOLON");
  }

  /** The tests' server has no MicroProfile JWT: the library brings the type along. */
  @Test
  default void the_principal_is_the_json_web_token_that_was_presented() {
    Browser user = browser().loggedIn("alice", "editor", "reader");
    assertAnswer(user.get("api/roles/methods/principal"))
        .saysOk(
            "alice [editor, reader] [\"editor\",\"reader\"] " + user.cookie(AnswerAssert.ACCESS));
  }

  @Test
  default void a_refusal_after_a_refresh_still_brings_the_new_access_token() {
    Browser user = browser().loggedIn("alice");
    user.refresh();
    assertAnswer(user.get("api/roles/methods/admin")).hasStatus(403).renewsOnlyTheAccessToken();
  }
}
