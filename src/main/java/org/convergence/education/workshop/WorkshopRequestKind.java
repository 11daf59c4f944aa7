package org.convergence.education.workshop;

/** The three doors of a request (R-EDU-1). */
public enum WorkshopRequestKind {
    /** A workshop is asked for. */
    REQUEST,
    /** A question, which is answered. */
    QUESTION,
    /** Notice of a workshop that others give themselves, with our outline. */
    NOTICE;

    /** The message key of its name. */
    public String key() {
        return "public.workshop.kind." + name();
    }
}
