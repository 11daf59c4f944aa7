package org.convergence.cooperation.partner.domain;

/** What a request becomes outside projects. */
public enum RequestLead {
    /** Money is asked of a funder. */
    APPLICATION,
    /** Gifts are asked for. */
    APPEAL;

    /** The message key that begins it, or opens it. */
    public String key(boolean isMade) {
        return "partner.lead." + name() + (isMade ? ".open" : ".begin");
    }
}
