package org.convergence.platform.settings;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address at which this installation is reached, as {@code CONVERGENCE_BASE_URL} gives it. */
@Component
public final class BaseUrl {

    private final String value;

    BaseUrl(@Value("${convergence.base-url}") String value) {
        this.value = value;
    }

    /** The address as text, to which a path is appended. */
    public String value() {
        return value;
    }
}
