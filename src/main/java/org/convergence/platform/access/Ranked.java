package org.convergence.platform.access;

import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;

/** A contribution of a module that has a place among others of its kind. */
public interface Ranked {

    /** The place, in tens, which the class names by {@link Order}. */
    default int order() {
        Class<?> type = ClassUtils.getUserClass(this);
        Order order = type.getAnnotation(Order.class);
        if (order == null) {
            throw new IllegalStateException(type + " names no place by @Order");
        }
        return order.value();
    }
}
