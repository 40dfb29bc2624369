package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.ALL;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faces pages: a login, and a page behind a constraint of web.xml, with forms and no script. */
interface FacesTests extends Site {

  @Test
  default void a_faces_page_logs_in_takes_a_form_and_logs_out() {
    Browser user = browser().navigating();
    Answer refused = user.get("pages/notes.xhtml");
    assertAnswer(refused).hasStatus(303).leavesTokensAlone();

    Answer login = user.get("login.xhtml");
    assertAnswer(login).hasStatus(200).leavesTokensAlone();
    Answer entered = submit(user, "login.xhtml", login, "login", "alice");
    assertAnswer(entered).hasStatus(302).issuesTokens();

    Answer page = user.get("pages/notes.xhtml");
    assertAnswer(page).hasStatus(200).leavesTokensAlone();
    assertThat(page.body()).contains("Notes of alice", "alice may see this page");

    Answer saved = submit(user, "pages/notes.xhtml", page, "save", "milk");
    assertAnswer(saved).hasStatus(200).leavesTokensAlone();
    assertThat(saved.body()).contains("alice noted: milk");

    Answer left = submit(user, "pages/notes.xhtml", saved, "logout", "");
    assertAnswer(left).hasStatus(302);
    assertThat(left.header("id-refresh-token")).isEqualTo("remove");
    assertThat(left.cookies())
        .filteredOn(cookie -> List.of(ALL).contains(cookie.name()))
        .hasSize(ALL.length)
        .allMatch(SetCookie::isForgotten);
    assertAnswer(user.get("pages/notes.xhtml")).hasStatus(303);
  }

  @Test
  default void a_form_of_another_site_is_refused() {
    Browser user = browser().loggedIn("alice");
    Browser evil = user.twin().sending("Sec-Fetch-Site", "cross-site");
    String cookies = user.cookieHeader("pages/notes.xhtml");
    assertAnswer(evil.raw("POST", "pages/notes.xhtml", cookies, "")).hasStatus(440);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "covered/secret.xhtml",
        "covered/secret.jsf",
        "covered/secret.faces",
        "covered/secret",
        "faces/covered/secret.xhtml",
        "faces/covered/secret.jsf",
        "faces/covered/secret",
        "faces/faces/covered/secret.xhtml",
        "faces//covered/secret.xhtml",
        "faces;v=1/covered/secret.xhtml",
        "faces/covered/secret.xhtml;v=1",
        "faces/Covered/secret.xhtml",
        "faces/%63overed/secret.xhtml",
        "single/secret.xhtml",
        "single/secret.jsf",
        "single/secret.faces",
        "single/secret",
        "single/secret.xhtml/",
        "single//secret.jsf",
        "single/secret.jsf;v=1",
        "single/secret.%6Asf",
        "faces/single/secret.xhtml",
        "faces/single/secret.jsf",
        "faces/single/secret.faces",
        "faces/single/secret.jsp",
        "faces/single/secret",
        "faces/faces/single/secret.xhtml",
        "start/",
        "start",
        "start/index.xhtml",
        "start/index.jsf",
        "start/index",
        "faces/start/index.xhtml",
        "faces/start/",
      })
  default void a_secured_page_has_no_other_address(String path) {
    Answer answer = browser().get(path);
    assertThat(answer.body()).doesNotContain(FuzzTargets.SECRET);
    assertThat(answer.status()).isNotEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "covered/secret.xhtml",
        "faces/covered/secret.xhtml",
        "single/secret.jsf",
        "start/"
      })
  default void a_secured_page_is_there_for_a_session_at_each_of_its_addresses(String path) {
    Answer answer = browser().loggedIn("alice").get(path);
    assertThat(answer.body()).contains(FuzzTargets.SECRET);
    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login.xhtml", "login.jsf", "faces/login.xhtml"})
  default void an_open_page_is_open_at_each_of_its_addresses(String path) {
    assertAnswer(browser().get(path)).hasStatus(200);
  }

  private static Answer submit(Browser user, String path, Answer page, String button, String text) {
    return user.submit(
        path,
        Map.of(
            "form",
            "form",
            "form_SUBMIT",
            "1",
            "form:text",
            text,
            "form:" + button,
            button,
            "jakarta.faces.ViewState",
            viewState(page.body())));
  }

  private static String viewState(String html) {
    Matcher field =
        Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*?value=\"([^\"]*)\"").matcher(html);
    assertThat(field.find()).as(html).isTrue();
    return field.group(1).replace("&#x3D;", "=").replace("&#43;", "+").replace("&#61;", "=");
  }
}
