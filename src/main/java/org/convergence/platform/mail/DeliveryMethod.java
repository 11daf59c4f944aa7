package org.convergence.platform.mail;

/** How a letter is delivered without a mail server. */
public enum DeliveryMethod {
    POST,
    HAND
}
