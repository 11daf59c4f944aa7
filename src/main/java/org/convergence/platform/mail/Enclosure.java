package org.convergence.platform.mail;

import org.springframework.core.io.InputStreamSource;

/**
 * An attachment, made when the letter is sent, so that it is never stored.
 *
 * @param name with its extension
 * @param content read at least once for each attempt to send
 */
public record Enclosure(String name, String mediaType, InputStreamSource content) {}
