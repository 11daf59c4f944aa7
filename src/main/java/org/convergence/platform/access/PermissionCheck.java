package org.convergence.platform.access;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;

/** The permission check, the same for use cases and for routes. */
public final class PermissionCheck {

    private static final Map<DeclaredUse, Declaration> DECLARATIONS = new ConcurrentHashMap<>();

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
        return declarationOf(method, type).permission();
    }

    /** Whether a method or its class declares that anyone may use it. */
    public static boolean isOpen(Method method, Class<?> type) {
        return declarationOf(method, type).open();
    }

    // Reading annotations took 4 % of a page's processor time.
    private static Declaration declarationOf(Method method, Class<?> type) {
        return DECLARATIONS.computeIfAbsent(new DeclaredUse(method, type), PermissionCheck::read);
    }

    /** The method's own annotation counts before that of its class. */
    private static Declaration read(DeclaredUse use) {
        for (AnnotatedElement place : List.of(use.method(), use.type())) {
            Requires required = AnnotatedElementUtils.findMergedAnnotation(place, Requires.class);
            boolean open = AnnotatedElementUtils.hasAnnotation(place, Open.class);
            if (required != null || open) {
                return new Declaration(required == null ? null : required.value(), required == null);
            }
        }
        return new Declaration(null, false);
    }

    private record DeclaredUse(Method method, Class<?> type) {}

    private record Declaration(@Nullable String permission, boolean open) {}
}
