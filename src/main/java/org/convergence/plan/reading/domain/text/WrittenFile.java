package org.convergence.plan.reading.domain.text;

/**
 * A file as it was given. Its name is only shown: what it is, its content says.
 *
 * @param name the name it came with, perhaps a path, perhaps misleading
 * @param content its bytes; not to be changed by who holds them
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy of twenty megabytes would be waste
public record WrittenFile(String name, byte[] content) {}
