package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The note required with every change of an adopted plan.
 *
 * @param decidedOn date of the decision
 * @param reason why, at most 2,000 characters
 * @param number of the resolution, if there is one
 */
public record AmendmentNote(
        LocalDate decidedOn, String reason, @Nullable String number) {}
