package org.convergence.platform.rendering;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.convergence.platform.text.Words;

/** The file formats of a paper. */
public enum PaperFormat {
    /** Tagged (PDF/UA), with contents, bookmarks and embedded fonts. */
    PDF("application/pdf", "pdf") {
        @Override
        public void write(Paper paper, Words words, RenderingOptions edition, OutputStream out) {
            PdfWriter.write(paper, words, edition, out);
        }
    },
    /** Word, with real headings, lists, table heads and a table of contents. */
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx") {
        @Override
        public void write(Paper paper, Words words, RenderingOptions edition, OutputStream out) {
            new WordWriter(words, edition).write(paper, out);
        }
    },
    /** Excel: each table and each chart's figures on a sheet. */
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx") {
        @Override
        public void write(Paper paper, Words words, RenderingOptions edition, OutputStream out) {
            WorkbookWriter.write(paper, words, out);
        }
    };

    /** Formats of whole papers, one to read and one to edit. */
    public static final List<PaperFormat> PAPERS = List.of(PDF, WORD);

    private final String mediaType;
    private final String extension;

    PaperFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The format of {@link #PAPERS} with this file extension. */
    public static Optional<PaperFormat> findPaperFormat(String extension) {
        return PAPERS.stream().filter(each -> each.extension.equals(extension)).findFirst();
    }

    /** Writes the paper in the language of the words, and leaves the stream open. */
    public abstract void write(Paper paper, Words words, RenderingOptions edition, OutputStream out);

    /** The media type of the file. */
    public String mediaType() {
        return mediaType;
    }

    /** The file extension, without a point. */
    public String extension() {
        return extension;
    }
}
