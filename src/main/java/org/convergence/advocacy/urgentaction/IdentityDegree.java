package org.convergence.advocacy.urgentaction;

/** How far the public words identify the person concerned. */
public enum IdentityDegree {
    /** Only her organisation is named. */
    ORGANISATION,
    /** A code name stands for her. */
    CODE_NAME,
    /** Her name is published. */
    NAMED;

    /** The message key of its name. */
    public String key() {
        return "urgentaction.degree." + name();
    }
}
