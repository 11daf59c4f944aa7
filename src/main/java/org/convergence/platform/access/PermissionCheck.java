package org.convergence.platform.access;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;

/** The permission check, the same for use cases and for routes. */
public final class PermissionCheck {

    private PermissionCheck() {}

    /** Refuses the current actor unless the permission is held. */
    public static void require(String permission) {
        if (!CurrentActor.get().may(permission)) {
            throw new AccessDeniedException("Not permitted: " + permission);
        }
    }

    /**
     * The permission required by a method or its class.
     *
     * @return the key; {@code null} if it is open or declares nothing ({@link #isOpen} tells which)
     */
    public static @Nullable String permissionOf(Method method, Class<?> type) {
        Requires own = AnnotatedElementUtils.findMergedAnnotation(method, Requires.class);
        if (own != null) {
            return own.value();
        }
        if (AnnotatedElementUtils.hasAnnotation(method, Open.class)) {
            return null;
        }
        Requires ofType = AnnotatedElementUtils.findMergedAnnotation(type, Requires.class);
        return ofType == null ? null : ofType.value();
    }

    /** Whether a method or its class declares that anyone may use it. */
    public static boolean isOpen(Method method, Class<?> type) {
        if (AnnotatedElementUtils.hasAnnotation(method, Requires.class)) {
            return false;
        }
        return AnnotatedElementUtils.hasAnnotation(method, Open.class)
                || (AnnotatedElementUtils.hasAnnotation(type, Open.class)
                        && !AnnotatedElementUtils.hasAnnotation(type, Requires.class));
    }
}
