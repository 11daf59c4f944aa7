package org.convergence.plan.time.domain;

/** What carries someone's hours. */
public enum ContractSource {
    PERMANENT,
    /** A wage subsidy, which ends on a day. */
    WAGE_SUBSIDY,
    INTERN,
    VOLUNTEER
}
