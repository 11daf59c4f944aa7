package org.convergence.platform.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.convergence.platform.text.Words;

/** Counts the pages of a PDF, for papers of limited length. */
public final class PdfPageCount {

    private PdfPageCount() {}

    /** The pages that a paper would have as a PDF, which is not written. */
    public static int count(Paper paper, Words words, RenderingOptions edition) {
        return PdfWriter.countPages(paper, words, edition);
    }

    public static int count(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
