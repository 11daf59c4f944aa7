package org.convergence.outreach.assembly.domain;

/** The attendance of a seat. */
public enum AttendanceStatus {
    HOLDER,
    SUBSTITUTE,
    /** Absent, announced beforehand. */
    EXCUSED,
    ABSENT;

    /** Whether someone present can speak and vote for the seat. */
    public boolean isPresent() {
        return this == HOLDER || this == SUBSTITUTE;
    }
}
