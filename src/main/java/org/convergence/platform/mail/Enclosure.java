package org.convergence.platform.mail;

/**
 * A file that goes with a letter, made when the letter leaves, so that it is nowhere at rest.
 *
 * @param name with its ending
 */
public record Enclosure(String name, String mediaType, byte[] content) {}
