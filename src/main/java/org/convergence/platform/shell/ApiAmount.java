package org.convergence.platform.shell;

/**
 * An amount or a rate as programs write it, with a point and without groups: a text such as {@code 1.234,56}, which
 * people read in two ways, is refused.
 */
public final class ApiAmount {

    /** The pattern in the {@code @Schema} of such a text. */
    public static final String PATTERN = "-?\\d{1,15}(\\.\\d{1,10})?";

    private ApiAmount() {}
}
