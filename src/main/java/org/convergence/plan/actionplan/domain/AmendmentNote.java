package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What goes with every change of an adopted plan.
 *
 * @param decidedOn when it was decided
 * @param reason why, at most 2,000 characters
 * @param number of the resolution, where there is one
 */
public record AmendmentNote(
        LocalDate decidedOn, String reason, @Nullable String number) {}
