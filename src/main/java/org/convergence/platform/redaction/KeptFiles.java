package org.convergence.platform.redaction;

/** Contributed by a room that keeps files of its own beside the stored ones: a bean of this type. */
public interface KeptFiles {

    /** Lets something else stand for the names in each of its files; answers how many things were written anew. */
    int through(NamePattern names, String standIn);
}
