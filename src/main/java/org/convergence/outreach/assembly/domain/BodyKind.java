package org.convergence.outreach.assembly.domain;

import java.util.Locale;

/** The kind of a body. */
public enum BodyKind {
    /** Conseil d'administration. */
    BOARD,
    /** Comité exécutif. */
    EXECUTIVE,
    /** Assemblée générale. */
    GENERAL,
    /** Comité, ad hoc or standing. */
    COMMITTEE;

    /** The message key of its name. */
    public String key() {
        return "assembly.kind." + name().toLowerCase(Locale.ROOT);
    }
}
