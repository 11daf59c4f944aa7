package org.convergence.platform.publicform;

import org.jspecify.annotations.Nullable;

/**
 * The hidden fields of a public form, written by the template {@code platform/publicform/shield}.
 *
 * @param opened when it was first opened, signed
 * @param via the mark of the link that opened its page ({@link FormOrigins}); {@code null} for none
 */
public record FormShield(String opened, @Nullable String via) {

    /** The field with the signed time, which the form itself ignores. */
    public static final String OPENED = "_opened";

    /** The field hidden from people, which bots fill in. */
    public static final String TRAP = "homepage";
}
