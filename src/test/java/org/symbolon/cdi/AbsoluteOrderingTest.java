package org.symbolon.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which descriptors leave the library's JAR out. */
class AbsoluteOrderingTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "<web-app/>, false",
    "<web-app><absolute-ordering/></web-app>, true",
    "<web-app><absolute-ordering><name>another</name></absolute-ordering></web-app>, true",
    "<web-app><absolute-ordering><others/></absolute-ordering></web-app>, false",
    "<w:web-app xmlns:w='urn:x'><w:absolute-ordering/></w:web-app>, true",
    "<web-app><!-- <absolute-ordering/> --></web-app>, false",
    "<!DOCTYPE web-app SYSTEM 'file:///none'><web-app><absolute-ordering/></web-app>, true",
  })
  void only_others_means_the_library(String descriptor, boolean leavesOut) throws Exception {
    Path file = Files.writeString(folder.resolve("web.xml"), descriptor);
    assertThat(AbsoluteOrdering.leavesOut(file)).isEqualTo(leavesOut);
  }

  @Test
  void outside_of_a_WAR_there_is_none() {
    assertThat(AbsoluteOrdering.leavingOut(AbsoluteOrdering.class)).isNull();
    assertThat(AbsoluteOrdering.leavingOut(String.class)).isNull();
  }
}
