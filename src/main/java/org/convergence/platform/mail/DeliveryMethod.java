package org.convergence.platform.mail;

import java.util.List;

/** How a letter is delivered without a mail server. */
public enum DeliveryMethod {
    POST,
    HAND,
    /** No letter: the person was told by telephone or face to face. */
    TOLD;

    /** The ways of a letter on paper. */
    public static final List<DeliveryMethod> OF_PAPER = List.of(POST, HAND);
}
