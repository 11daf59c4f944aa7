package org.convergence.platform.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** How long a PDF is, for papers that may not be longer than so many pages. */
public final class PdfPages {

    private PdfPages() {}

    /** How many pages it has. */
    public static int of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
