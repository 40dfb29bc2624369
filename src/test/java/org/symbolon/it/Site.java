package org.symbolon.it;

/** Tests of one topic are an interface; an IT class deploys once and implements many of them. */
interface Site {
  /** A new one, without any token. */
  Browser browser();
}
