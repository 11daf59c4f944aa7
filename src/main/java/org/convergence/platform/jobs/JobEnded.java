package org.convergence.platform.jobs;

import java.util.UUID;

/**
 * A run came to its end. Published in this node after the end was written; whoever listens tells the person who asked.
 *
 * @param run which
 * @param kind of which {@link Job}
 * @param state DONE, STOPPED or FAILED
 */
public record JobEnded(UUID run, String kind, JobState state) {}
