package org.convergence.platform.shell;

import java.util.Optional;

/**
 * Contributed by a module that refuses some texts, such as those with names that must not be stored: a bean of this
 * type. It is asked about each text of a page's form and of an API request that {@link FormValues} reads.
 */
public interface TextCheck {

    /** The key of the message that refuses the text; empty if it may be stored. */
    Optional<String> findProblem(String text);
}
