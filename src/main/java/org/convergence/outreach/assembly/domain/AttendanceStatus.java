package org.convergence.outreach.assembly.domain;

/** Who was there for a seat. */
public enum AttendanceStatus {
    HOLDER,
    SUBSTITUTE,
    /** Nobody; she said so beforehand. */
    EXCUSED,
    /** Nobody. */
    ABSENT;

    /** Whether anyone can speak and vote for the seat. */
    public boolean isPresent() {
        return this == HOLDER || this == SUBSTITUTE;
    }
}
