package org.convergence.platform.shell;

/**
 * What may be made of a text for readers, contributed by the module that makes it: a bean of this type, and a button on
 * the page of each such text ({@code platform/shell/uses}).
 *
 * @param key message of the button
 * @param path of the form that reads {@link SourceTexts#FROM}
 * @param permission required to use it
 */
public record TextUse(String key, String path, String permission) {}
