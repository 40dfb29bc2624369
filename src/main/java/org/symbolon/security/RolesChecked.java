package org.symbolon.security;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Binds {@link RoleInterceptor}; put on methods by {@link RoleBinding}, never by hand. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@interface RolesChecked {

  /** The annotation itself. */
  final class Literal extends AnnotationLiteral<RolesChecked> implements RolesChecked {
    private static final long serialVersionUID = 1;
    static final Literal INSTANCE = new Literal();

    private Literal() {}
  }
}
