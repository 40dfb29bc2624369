package org.symbolon;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A JAX-RS resource class or method that only a valid session may call.
 *
 * <pre>{@code
 * @Path("/like")
 * public class LikeResource {
 *   @Inject CurrentSession session;
 *
 *   @POST
 *   @Secured
 *   public Like like() { return likes.of(session.userId()); }
 * }
 * }</pre>
 *
 * <p>The annotation is looked for on the method, on the methods that it overrides or implements,
 * then on the class, its superclasses and its interfaces; the first one found counts. A request
 * without a valid session never reaches the method, unless it is {@link #optional}: it is answered
 * with <em>unauthorised</em> (401) or <em>try refresh token</em> (440), and a browser that asks for
 * a whole page with a redirect to the login page or with a page that refreshes; see {@code
 * docs/http.md}. Inside, {@link CurrentSession} and {@code SecurityContext} know the user.
 *
 * <p>On a sub-resource locator or its class it protects what the locator returns, besides what
 * stands there. The locator itself is called before that, so it should do nothing but locate.
 *
 * <p>{@code @RolesAllowed}, {@code @PermitAll} and {@code @DenyAll} on a method or its class are
 * enforced here as well, with 403; the roles are {@link Session#groups}. A method that is left with
 * a role to ask for is secured without this annotation, too, unless the property {@code
 * symbolon.roles-without-secured} is {@code container}.
 *
 * <p>Costs no database access, but for the first call after a refresh (one update).
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Secured {

  /** When the anti-CSRF token is asked for; ignored if {@code symbolon.anti-csrf=false}. */
  AntiCsrf antiCsrf() default AntiCsrf.AUTOMATIC;

  /**
   * Whether requests without a session are let in as well: {@link CurrentSession#find} is empty
   * then, and {@code SecurityContext} the server's own. What is presented is still checked: a
   * client whose access token is missing or expired is told to refresh, or a user who is logged in
   * would look logged out; a wrong anti-CSRF token likewise. A session that is gone counts as none,
   * and its cookies are cleared with the answer unless the resource logs in. Where a role is
   * needed, a request without a session is unauthorised as usual.
   */
  boolean optional() default false;

  /**
   * Which {@link ClaimValidator} beans are not asked: where a user mends what one of them objects
   * to, for instance. Also by a supertype; {@code ClaimValidator.class} exempts from all.
   */
  Class<? extends ClaimValidator>[] exempt() default {};
}
