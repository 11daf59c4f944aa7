package org.convergence.plan.reading.domain.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.convergence.plan.reading.domain.text.ManuscriptLine.ManuscriptPart;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;

/** Reads PDF: the lines of the pages, without headers and footers. */
final class PdfReader implements LineReader {

    /** Points per character of a line: half of an ordinary size. */
    private static final double CHARACTER = 5.0;

    @Override
    public Manuscript read(WrittenFile file, ReadingBudget budget) {
        PdfStreams.check(file.content(), budget);
        List<PdfPage> pages = pages(file, budget);
        PageFurniture.mark(pages);
        LineCollector lines = new LineCollector(budget);
        int row = 0;
        for (int i = 0; i < pages.size(); i++) {
            if (i > 0) {
                lines.newPage();
            }
            row = add(pages.get(i), row, lines);
        }
        if (lines.lines().stream().noneMatch(line -> line.part() == ManuscriptPart.BODY)) {
            throw new PlanRefused(PlanRefusalReason.NO_TEXT);
        }
        return new Manuscript(FileKind.PDF, lines.lines());
    }

    private static List<PdfPage> pages(WrittenFile file, ReadingBudget budget) {
        try (PDDocument document =
                Loader.loadPDF(file.content(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() > budget.limits().pages()) {
                throw new PlanRefused(
                        PlanRefusalReason.TOO_LARGE, budget.limits().pages() + " pages");
            }
            List<PdfPage> pages = new ArrayList<>();
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                budget.checkTime();
                pages.add(new PdfPageReader(budget).read(document, i));
            }
            return pages;
        } catch (InvalidPasswordException e) {
            throw new PlanRefused(PlanRefusalReason.ENCRYPTED, e);
        } catch (PlanRefused e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // The library throws any kind of exception on a damaged file.
            throw new PlanRefused(PlanRefusalReason.UNREADABLE, e);
        }
    }

    private static int add(PdfPage page, int firstRow, LineCollector lines) {
        int row = firstRow;
        double leading = page.leading();
        PdfLine previous = null;
        for (PdfLine line : page.lines()) {
            ManuscriptPart part = line.furniture() ? ManuscriptPart.PAGE_FURNITURE : ManuscriptPart.BODY;
            double down = previous == null ? 0 : line.y() - previous.y();
            if (part == ManuscriptPart.BODY) {
                if (previous != null && (down < 0 || down > leading * 1.4)) {
                    lines.gap();
                }
                previous = line;
            }
            List<PdfLine.PdfPiece> pieces = line.pieces();
            for (int i = 0; i < pieces.size(); i++) {
                PdfLine.PdfPiece piece = pieces.get(i);
                int indent = (int) Math.round((piece.x() - page.leftEdge()) / CHARACTER);
                int width = (int) Math.round((piece.end() - page.leftEdge()) / CHARACTER);
                LineLook look = new LineLook(
                        0, 0, Math.max(0, indent), width, (int) Math.round(piece.size()), piece.bold(), false);
                LineCell cell = pieces.size() == 1 ? null : new LineCell(0, row, i, 1);
                lines.onLine(row + 1);
                lines.add(piece.text(), "", look, cell, part);
            }
            row++;
        }
        return row;
    }
}
