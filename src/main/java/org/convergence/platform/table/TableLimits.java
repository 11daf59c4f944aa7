package org.convergence.platform.table;

/**
 * Limits for reading a file.
 *
 * @param rows without the head
 * @param columns non-empty ones
 * @param cell characters of one cell
 * @param bytes of the file as sent; a workbook may unpack to ten times as much
 */
public record TableLimits(int rows, int columns, int cell, long bytes) {

    /** For lists kept by hand: 50 000 rows, 200 columns, 20 000 characters, 20 MB. */
    public static final TableLimits USUAL = new TableLimits(50_000, 200, 20_000, 20_000_000);

    /** For the contacts of a whole federation, exported by another program: 250 000 rows, 25 MB. */
    public static final TableLimits LONG = new TableLimits(250_000, 200, 20_000, 25_000_000);

    long unpacked() {
        return bytes * 10;
    }
}
