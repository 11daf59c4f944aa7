package org.convergence.platform.publicform;

/**
 * What a form that anyone may send carries, as the template {@code platform/publicform/shield} writes it.
 *
 * @param opened when it was first opened, signed
 */
public record Shield(String opened) {

    /** The field with the signed time; the form itself does not see it. */
    public static final String OPENED = "_opened";

    /** The field that nobody sees, and that machines fill in. */
    public static final String TRAP = "homepage";
}
