package org.convergence.plan.reading.domain.text;

/**
 * A file as received. Its name is only shown; its content tells its kind.
 *
 * @param name the name it came with, perhaps a path, perhaps misleading
 * @param content its bytes; callers must not change them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of twenty megabytes would be waste
public record WrittenFile(String name, byte[] content) {}
