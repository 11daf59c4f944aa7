package org.convergence.plan.realisation.domain;

import org.convergence.plan.realisation.AttachmentKind;

/**
 * The description of a file as it is attached.
 *
 * @param caption at most 500 characters, may be empty
 * @param alternative text alternative, at most 500 characters, may be empty
 * @param publishable whether the people shown permit publication; else it is for internal use
 */
public record AttachmentMetadata(AttachmentKind kind, String caption, String alternative, boolean publishable) {

    /** Maximum length of caption and alternative, in characters. */
    public static final int LONGEST = 500;

    /** Metadata without texts, for a file of internal use. */
    public static AttachmentMetadata internal(AttachmentKind kind) {
        return new AttachmentMetadata(kind, "", "", false);
    }
}
