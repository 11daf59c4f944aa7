package org.convergence.resources.grant;

/** What an agreement pays for. */
public enum AgreementScope {
    /** The mission: the plan itself. */
    MISSION,
    PROJECT,
    /** Our part in a project of others. */
    OUR_PART;

    /** The message key of its name. */
    public String key() {
        return "grant.agreement.scope." + name();
    }
}
