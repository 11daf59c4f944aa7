package org.convergence.resources.appeal;

/** Who an appeal asks for. */
public enum AppealKind {
    /** For a partner of ours: the money comes to us and is accounted for here. */
    OWN,
    /** Of another organisation: only passed on, with its own link. */
    RELAYED;

    /** The message key of its name. */
    public String key() {
        return "appeal.kind." + name();
    }
}
