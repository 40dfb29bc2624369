package org.symbolon.demo;

/** Tests of one topic, which {@link DemoIT} runs on its server. */
interface DemoTests {

  /** A new one for each test. */
  Browser browser();

  /** Nobody else has this id. */
  String user();

  DemoServer server();
}
