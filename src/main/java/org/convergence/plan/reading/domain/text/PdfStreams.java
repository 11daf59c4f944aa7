package org.convergence.plan.reading.domain.text;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;

/**
 * Checks, before a PDF is opened, for compressed streams that would fill the memory. Each is decompressed without being
 * stored, and counted; pictures are skipped, since reading text never decompresses them.
 */
final class PdfStreams {

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final long LARGEST = 50L * 1024 * 1024;
    private static final int LARGEST_RATIO = 200;
    private static final int DICTIONARY = 400;

    private PdfStreams() {}

    static void check(byte[] pdf, ReadingBudget budget) {
        byte[] sink = new byte[1 << 16];
        for (int i = 0; i + STREAM.length < pdf.length; i++) {
            if (pdf[i] == 's' && matches(pdf, i) && (i < 3 || pdf[i - 1] != 'd')) {
                int from = i + STREAM.length;
                while (from < pdf.length && (pdf[from] == '\r' || pdf[from] == '\n')) {
                    from++;
                }
                String dictionary = dictionary(pdf, i);
                if (!dictionary.contains("/Image") || dictionary.contains("/ObjStm")) {
                    i = Math.max(i, inflate(pdf, from, sink, budget) - 1);
                }
            }
        }
    }

    private static boolean matches(byte[] pdf, int at) {
        for (int j = 0; j < STREAM.length; j++) {
            if (pdf[at + j] != STREAM[j]) {
                return false;
            }
        }
        return true;
    }

    private static String dictionary(byte[] pdf, int at) {
        int from = Math.max(0, at - DICTIONARY);
        String before = new String(pdf, from, at - from, StandardCharsets.ISO_8859_1);
        return before.substring(Math.max(0, before.lastIndexOf("obj")));
    }

    /** Decompresses the stream at this index; returns its end, or the index itself if nothing is compressed there. */
    private static int inflate(byte[] pdf, int from, byte[] sink, ReadingBudget budget) {
        if (from >= pdf.length || (pdf[from] & 0x0F) != 8) {
            return from;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, pdf.length - from);
            while (!inflater.finished()) {
                int n = inflater.inflate(sink);
                if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return from;
                }
                long out = inflater.getBytesWritten();
                if (out > LARGEST && out / LARGEST_RATIO > Math.max(1, inflater.getBytesRead())) {
                    throw new PlanRefused(PlanRefusalReason.BOMB);
                }
                budget.checkTime();
            }
            return from + (int) inflater.getBytesRead();
        } catch (DataFormatException e) {
            return from;
        } finally {
            inflater.end();
        }
    }
}
