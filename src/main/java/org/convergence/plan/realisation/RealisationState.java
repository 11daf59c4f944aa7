package org.convergence.plan.realisation;

import java.util.Locale;

/** Whether it happened. */
public enum RealisationState {
    /** It is to happen, or nobody has said yet that it did. Counts for nothing. */
    PLANNED,
    /** It happened: it is evidence. */
    DONE,
    /** It was a mistake, or did not take place: gone everywhere except from what was filed. */
    WITHDRAWN;

    /** Key of its name in the messages. */
    public String key() {
        return "realisation.state." + name().toLowerCase(Locale.ROOT);
    }
}
