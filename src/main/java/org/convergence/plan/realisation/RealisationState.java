package org.convergence.plan.realisation;

import java.util.Locale;

/** The state of a realisation. */
public enum RealisationState {
    /** In the future, or not yet confirmed as done. Counts for nothing. */
    PLANNED,
    /** It took place: it is evidence. */
    DONE,
    /** It was a mistake, or did not take place: removed everywhere except from filed reports. */
    WITHDRAWN;

    /** Key of its name in the messages. */
    public String key() {
        return "realisation.state." + name().toLowerCase(Locale.ROOT);
    }
}
