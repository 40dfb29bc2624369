package org.symbolon.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.it.AnswerAssert.assertAnswer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The server is the one of the profile, and has the same WAR as all others. */
interface ServerTests extends Site {

  @Test
  default void the_server_says_that_it_is_this_version() throws IOException {
    Answer answer = browser().get("api/server");
    assertAnswer(answer).hasStatus(200);
    assertThat(answer.body()).contains(System.getProperty("it.server.version"));
    String java = browser().get("api/server/java").body();
    new ServerRecord(Server.current().profile(), answer.body(), java, SameWar.digest("site.war"))
        .write();
  }

  /** The file is made once for all servers: {@link LibraryWar#forEveryServer}. */
  @Test
  default void the_server_has_exactly_this_war() throws IOException {
    List<String> files = new ArrayList<>();
    try (ZipFile war = new ZipFile(SameWar.file("site.war").toFile())) {
      for (ZipEntry entry : war.stream().filter(file -> !file.isDirectory()).toList()) {
        files.add("/" + entry.getName() + " " + ServerResource.sha256(war.getInputStream(entry)));
      }
    }
    assertThat(files).hasSizeGreaterThan(30);
    assertThat(browser().get("api/server/files").body().lines().toList()).containsAll(files);
  }
}
