package org.convergence.resources.membership.domain;

import java.time.Instant;
import org.convergence.resources.membership.HeadcountId;

/**
 * A statement about an organisation's size, as it is kept.
 *
 * @param recordedAt when it was entered
 * @param withdrawn whether it was taken back
 */
public record Headcount(HeadcountId id, HeadcountFacts facts, Instant recordedAt, boolean withdrawn) {}
