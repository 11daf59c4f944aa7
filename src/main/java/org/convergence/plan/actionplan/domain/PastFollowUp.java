package org.convergence.plan.actionplan.domain;

import org.jspecify.annotations.Nullable;

/** The follow-up of an action at an earlier version; its helpers are not known. */
public record PastFollowUp(
        ActionFollowUpFacts facts, @Nullable String responsible) {}
