package org.convergence.advocacy.treaty;

/** What we work for: a treaty is ratified, then implemented (R-ADV-9). */
public enum TreatyAim {
    RATIFICATION,
    IMPLEMENTATION,
    ADOPTION,
    REPARATION;

    /** The message key of its name. */
    public String key() {
        return "treaty.aim." + name();
    }
}
