package org.convergence.plan.reading.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.convergence.plan.reading.domain.text.WrittenFile;

/** Builds a PDF: lines written one under the other on pages, with a header and a footer. */
final class PdfFileBuilder {

    private static final float LEFT = 72;

    private final PDDocument doc = new PDDocument();
    private final PDFont plain = new PDType1Font(FontName.HELVETICA);
    private final PDFont strong = new PDType1Font(FontName.HELVETICA_BOLD);
    private final String header;
    private PDPage page = new PDPage(PDRectangle.LETTER);
    private float y;
    private int pages;

    PdfFileBuilder(String header) {
        this.header = header;
        newPage();
    }

    PdfFileBuilder newPage() {
        page = new PDPage(PDRectangle.LETTER);
        doc.addPage(page);
        pages++;
        y = 700;
        if (!header.isEmpty()) {
            write(header, plain, 9, LEFT, 750);
            write("Page " + pages, plain, 9, 280, 40);
        }
        return this;
    }

    PdfFileBuilder title(String text) {
        y -= 14;
        return write(text, strong, 14, LEFT, y).down(22);
    }

    PdfFileBuilder line(String text) {
        return write(text, plain, 11, LEFT, y).down(14);
    }

    PdfFileBuilder inset(float x, String text) {
        return write(text, plain, 11, LEFT + x, y).down(14);
    }

    /** Texts at several places of one line. */
    PdfFileBuilder columns(float[] places, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            write(texts[i], plain, 10, LEFT + places[i], y);
        }
        return down(14);
    }

    /**
     * A row of cells with edges at these places, each with its lines in the middle of its height; a cell without text is
     * one with that above.
     */
    PdfFileBuilder ruledRow(float[] edges, String... cells) {
        int most = Arrays.stream(cells)
                .mapToInt(cell -> cell.split("\n", -1).length)
                .max()
                .orElse(1);
        float height = 10 + 12 * most;
        for (int i = 0; i < cells.length; i++) {
            rule(edges[i], y, edges[i], y - height);
            rule(edges[i + 1], y, edges[i + 1], y - height);
            if (!cells[i].isEmpty()) {
                rule(edges[i], y, edges[i + 1], y);
                String[] lines = cells[i].split("\n", -1);
                float at = y - 5 - (height - 10 - 12 * lines.length) / 2 - 9;
                for (String line : lines) {
                    write(line, plain, 10, LEFT + edges[i] + 4, at);
                    at -= 12;
                }
            }
        }
        return down(height);
    }

    /** The lower edge of the last row. */
    PdfFileBuilder ruledEnd(float[] edges) {
        rule(edges[0], y, edges[edges.length - 1], y);
        return down(20);
    }

    private void rule(float fromX, float fromY, float toX, float toY) {
        try (PDPageContentStream out =
                new PDPageContentStream(doc, page, PDPageContentStream.AppendMode.APPEND, true)) {
            out.moveTo(LEFT + fromX, fromY);
            out.lineTo(LEFT + toX, toY);
            out.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PdfFileBuilder gap() {
        return down(12);
    }

    private PdfFileBuilder down(float points) {
        y -= points;
        return this;
    }

    private PdfFileBuilder write(String text, PDFont font, float size, float x, float at) {
        try (PDPageContentStream out =
                new PDPageContentStream(doc, page, PDPageContentStream.AppendMode.APPEND, true)) {
            out.beginText();
            out.setFont(font, size);
            out.newLineAtOffset(x, at);
            out.showText(text);
            out.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    PdfFileBuilder locked(String password) {
        try {
            doc.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    WrittenFile file() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            doc.save(out);
            doc.close();
            return new WrittenFile("plan.pdf", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
