package org.convergence.resources.spending;

/** The class of cost of a line, which decides the proof that funders ask for. */
public enum CostClass {
    EMPLOYEES,
    LOCAL_EMPLOYEES,
    FEES,
    TRAVEL,
    DIRECT,
    OVERHEAD;
}
