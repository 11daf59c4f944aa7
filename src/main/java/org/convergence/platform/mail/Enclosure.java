package org.convergence.platform.mail;

import org.springframework.core.io.InputStreamSource;

/**
 * A file that goes with a letter, made when the letter leaves, so that it is nowhere at rest.
 *
 * @param name with its ending
 * @param content read once for each attempt to send, or more often
 */
public record Enclosure(String name, String mediaType, InputStreamSource content) {}
