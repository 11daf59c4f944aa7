package org.convergence.plan.realisation.domain;

import org.convergence.plan.realisation.AttachmentKind;

/**
 * What is said of a file as it is attached.
 *
 * @param caption at most 500 characters, may be empty
 * @param alternative what it shows, for who does not see it; at most 500 characters, may be empty
 * @param publishable whether those shown let it be published; else it is for internal use
 */
public record Attaching(AttachmentKind kind, String caption, String alternative, boolean publishable) {

    /** How long caption and alternative may be. */
    public static final int LONGEST = 500;

    /** Of which nobody has said more: for internal use. */
    public static Attaching of(AttachmentKind kind) {
        return new Attaching(kind, "", "", false);
    }
}
