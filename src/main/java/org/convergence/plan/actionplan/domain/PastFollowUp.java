package org.convergence.plan.actionplan.domain;

import org.jspecify.annotations.Nullable;

/** What was said of an action at an earlier version; who helped then is not known. */
public record PastFollowUp(FollowUpFacts facts, @Nullable String responsible) {}
