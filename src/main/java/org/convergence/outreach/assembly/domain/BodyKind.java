package org.convergence.outreach.assembly.domain;

import java.util.Locale;

/** What sort of body it is. */
public enum BodyKind {
    /** Conseil d'administration. */
    BOARD,
    /** Comité exécutif. */
    EXECUTIVE,
    /** Assemblée générale. */
    GENERAL,
    /** Comité, ad hoc or standing. */
    COMMITTEE;

    /** Key of its name in the messages. */
    public String key() {
        return "assembly.kind." + name().toLowerCase(Locale.ROOT);
    }
}
