package org.convergence.plan.reading.domain.text;

/**
 * The place of a line in a table.
 *
 * @param table number of the table in the file, from 1; 0 for distant parts of one line, which may be a table
 * @param row row number in the table, from 0
 * @param column first column covered, from 0
 * @param span number of columns covered
 */
public record LineCell(int table, int row, int column, int span) {

    /** Whether both are the same cell. */
    public boolean isSameCell(LineCell other) {
        return table == other.table && row == other.row && column == other.column;
    }

    /** A part of a line that only its distance separates from the others. */
    public boolean isLoose() {
        return table == 0;
    }
}
