package org.convergence.platform.access;

import org.springframework.core.annotation.AnnotationUtils;

/** A contribution of a module that is asked only for actors with its permission. */
public interface Permitted {

    /** The permission required, which the class or its superclass names by {@link Requires}. */
    default String permission() {
        Requires required = AnnotationUtils.findAnnotation(getClass(), Requires.class);
        if (required == null) {
            throw new IllegalStateException(getClass() + " names no permission by @Requires");
        }
        return required.value();
    }
}
