package org.convergence.platform.access;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;

/** Contributed once by each module: the permissions that it checks. */
public interface PermissionCatalogue {

    /** The constants of the class that name a nature. */
    default List<Permission> permissions() {
        return Arrays.stream(getClass().getFields())
                .filter(field -> field.isAnnotationPresent(OfNature.class))
                .flatMap(field -> Arrays.stream(
                                field.getAnnotation(OfNature.class).value())
                        .map(nature -> new Permission(key(field), nature)))
                .toList();
    }

    private static String key(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(constant + " is not public", e);
        }
    }
}
