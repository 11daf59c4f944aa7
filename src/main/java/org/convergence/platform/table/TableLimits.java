package org.convergence.platform.table;

/**
 * How much of a file is read.
 *
 * @param rows the head not counted
 * @param columns used ones
 * @param cell characters of one cell
 * @param bytes of the file as it comes; a workbook may unpack to ten times as much
 */
public record TableLimits(int rows, int columns, int cell, long bytes) {

    /** Enough for every list that people keep by hand: 50 000 rows, 200 columns, 20 000 characters, 20 MB. */
    public static final TableLimits USUAL = new TableLimits(50_000, 200, 20_000, 20_000_000);

    /** Enough for the contacts of a whole federation, as another program gives them: 250 000 rows, 25 MB. */
    public static final TableLimits LONG = new TableLimits(250_000, 200, 20_000, 25_000_000);

    long unpacked() {
        return bytes * 10;
    }
}
