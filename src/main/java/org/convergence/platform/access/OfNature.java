package org.convergence.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.convergence.platform.access.Permission.PermissionNature;

/** The natures of a permission, on the constant with its key: roles with any of them have it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface OfNature {

    PermissionNature[] value();
}
