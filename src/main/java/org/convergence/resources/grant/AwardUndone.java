package org.convergence.resources.grant;

/** Published before an agreement is deleted whose award was noted by mistake. Stable name: {@code grant.award-undone}. */
public record AwardUndone(AgreementId agreement) {}
