package org.symbolon.core.exploration;

/**
 * The cookies, which all tabs share. A refresh answer sets all of them, an answer to the first use
 * of an access token sets that alone; whatever comes last stays, even if it was sent first. The id
 * refresh token comes and goes with the refresh token.
 *
 * @param refresh the refresh token
 * @param age since it came, not counted beyond a leeway
 * @param access the access token
 */
record Jar(int refresh, int age, Access access) {
  Jar older(Setting setting) {
    return new Jar(refresh, Math.min(setting.leeway(), age + 1), access.older(setting.validity()));
  }

  Jar with(Access other) {
    return new Jar(refresh, age, other);
  }

  Jar renamed(Renaming renaming) {
    return new Jar(renaming.token(refresh), age, access.renamed(renaming));
  }
}
