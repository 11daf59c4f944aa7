package org.convergence.plan.realisation.web;

import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/** The part of the realisations that the list shows; done ones by default. */
enum RealisationListScope {
    DONE(RealisationState.DONE),
    /** Planned ones, the next first. */
    PLANNED(RealisationState.PLANNED),
    /** Done and planned ones. */
    ALL(null),
    WITHDRAWN(RealisationState.WITHDRAWN);

    static final String FIELD = "state";

    private final @Nullable RealisationState state;

    RealisationListScope(@Nullable RealisationState state) {
        this.state = state;
    }

    @Nullable
    RealisationState state() {
        return state;
    }

    /** Its value in an address; the default has none. */
    @Nullable
    String parameter() {
        return this == DONE ? null : name();
    }

    /** The part in the address. */
    static RealisationListScope fromForm(Form form) {
        for (RealisationListScope each : values()) {
            if (each.name().equals(form.value(FIELD))) {
                return each;
            }
        }
        return DONE;
    }
}
