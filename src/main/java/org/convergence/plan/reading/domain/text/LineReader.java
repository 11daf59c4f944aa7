package org.convergence.plan.reading.domain.text;

/** Reads the lines of one kind of file. */
interface LineReader {

    /**
     * The manuscript.
     *
     * @throws PlanRefused if the file cannot be read
     */
    Manuscript read(WrittenFile file, ReadingBudget budget);
}
