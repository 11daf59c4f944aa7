package org.convergence.directory.people;

/** Logs exports of lists that name people (R-L25-15). */
public interface ListExportLog {

    /**
     * Logs an export by the current actor, without its content.
     *
     * @param form its format: {@code CSV}, {@code XLSX} or {@code PAPER}
     * @param lines the number of lines
     * @param filtered whether a filter was applied
     */
    void record(String form, long lines, boolean filtered);
}
