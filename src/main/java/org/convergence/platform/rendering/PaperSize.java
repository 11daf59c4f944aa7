package org.convergence.platform.rendering;

/** Paper sizes. */
public enum PaperSize {
    LETTER(215.9, 279.4),
    A4(210, 297);

    private final double width;
    private final double height;

    PaperSize(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** Millimetres. */
    double width() {
        return width;
    }

    /** Millimetres. */
    double height() {
        return height;
    }
}
