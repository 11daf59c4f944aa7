package org.convergence.education.workshop;

/** The doors of a request (R-EDU-1). */
public enum WorkshopRequestKind {
    /** A workshop is asked for. */
    REQUEST,
    /** A question, which is answered. */
    QUESTION,
    /** Notice of a workshop that others give themselves, with our outline. */
    NOTICE,
    /** Printed copies of a tool are ordered. */
    COPIES;

    /** The message key of its name. */
    public String key() {
        return "public.workshop.kind." + name();
    }
}
