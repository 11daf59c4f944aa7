package org.convergence.platform.mail;

/** How a letter is delivered otherwise than by mail server. */
public enum DeliveryMethod {
    POST,
    HAND
}
