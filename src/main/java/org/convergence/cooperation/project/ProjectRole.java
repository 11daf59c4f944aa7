package org.convergence.cooperation.project;

/** Our role in a project. */
public enum ProjectRole {
    /** We lead it. */
    LEAD,
    /** We lead it with another organisation. */
    CO_LEAD,
    /** Others lead it, and we take part. */
    PARTICIPANT,
    /** We support what others run. */
    SUPPORT;

    /** The message key of its name. */
    public String key() {
        return "project.role." + name();
    }
}
