package org.convergence.plan.reading.domain.text;

/** Reads the lines of one kind of file. */
interface LineReader {

    /** The manuscript, or {@link PlanRefused}. */
    Manuscript read(WrittenFile file, Budget budget);
}
