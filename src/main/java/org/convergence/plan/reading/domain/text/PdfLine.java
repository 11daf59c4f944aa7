package org.convergence.plan.reading.domain.text;

import java.util.List;

/** A line on a page of a PDF: its pieces from left to right, separated by wide gaps. */
record PdfLine(List<PdfPiece> pieces, double y, boolean furniture) {

    /** Adjacent words; distances and sizes in points from the left edge of the page. */
    record PdfPiece(String text, double x, double end, double size, boolean bold) {}

    String text() {
        StringBuilder out = new StringBuilder();
        pieces.forEach(piece -> out.append(out.isEmpty() ? "" : " ").append(Characters.strip(piece.text())));
        return out.toString();
    }

    double size() {
        return pieces.stream().mapToDouble(PdfPiece::size).max().orElse(0);
    }

    PdfLine asFurniture() {
        return new PdfLine(pieces, y, true);
    }
}
