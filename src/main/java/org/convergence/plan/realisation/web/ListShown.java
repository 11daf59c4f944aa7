package org.convergence.plan.realisation.web;

import org.convergence.plan.realisation.RealisationState;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/** Which part of the realisations the list shows; what was done, unless someone asks otherwise. */
enum ListShown {
    DONE(RealisationState.DONE),
    /** Those to come, the soonest first. */
    PLANNED(RealisationState.PLANNED),
    /** Those done and those to come. */
    ALL(null),
    WITHDRAWN(RealisationState.WITHDRAWN);

    static final String FIELD = "state";

    private final @Nullable RealisationState state;

    ListShown(@Nullable RealisationState state) {
        this.state = state;
    }

    @Nullable
    RealisationState state() {
        return state;
    }

    /** Its word in an address; what is shown anyway has none. */
    @Nullable
    String word() {
        return this == DONE ? null : name();
    }

    /** What an address asks for. */
    static ListShown of(Form form) {
        for (ListShown each : values()) {
            if (each.name().equals(form.value(FIELD))) {
                return each;
            }
        }
        return DONE;
    }
}
