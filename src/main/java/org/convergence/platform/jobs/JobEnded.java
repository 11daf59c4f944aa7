package org.convergence.platform.jobs;

import java.util.UUID;

/**
 * Event: a run ended. Published in this node once the end is written, so that listeners can notify the requester.
 *
 * @param run its id
 * @param kind of which {@link Job}
 * @param state DONE, STOPPED or FAILED
 */
public record JobEnded(UUID run, String kind, JobState state) {}
