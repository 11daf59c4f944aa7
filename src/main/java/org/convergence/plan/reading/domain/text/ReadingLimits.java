package org.convergence.plan.reading.domain.text;

import java.time.Duration;

/**
 * How much of a file is read before it is refused, so that no file exhausts the memory or the time of the server.
 *
 * @param bytes largest file
 * @param unpackedBytes largest content of a compressed file
 * @param characters longest text
 * @param lines most lines or paragraphs
 * @param pages most pages of a PDF
 * @param time longest time for one file
 */
public record ReadingLimits(long bytes, long unpackedBytes, int characters, int lines, int pages, Duration time) {

    private static final long MEGABYTE = 1024L * 1024;

    /**
     * 20 MB, 200 MB unpacked, a million characters and fifty thousand lines (about 400 dense pages), 500 pages of PDF,
     * 20 seconds.
     */
    public static final ReadingLimits USUAL =
            new ReadingLimits(20 * MEGABYTE, 200 * MEGABYTE, 1_000_000, 50_000, 500, Duration.ofSeconds(20));
}
