package org.convergence.plan.time.domain;

/** The funding of a contract. */
public enum ContractSource {
    PERMANENT,
    /** A wage subsidy, which ends on a day. */
    WAGE_SUBSIDY,
    INTERN,
    VOLUNTEER
}
