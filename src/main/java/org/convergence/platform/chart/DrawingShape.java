package org.convergence.platform.chart;

import java.util.List;

/** The shapes of a drawing; lengths are in the drawing's own units, which are pixels at its natural size. */
sealed interface DrawingShape {

    /** A filled rectangle; its words are its tooltip. */
    record Box(double x, double y, double width, double height, ChartColour fill, double opacity, String words)
            implements DrawingShape {}

    /** The outline of a rectangle. */
    record Frame(double x, double y, double width, double height, ChartColour stroke) implements DrawingShape {}

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, double thickness, ChartColour stroke)
            implements DrawingShape {}

    /** A filled diamond about its centre; its words are its tooltip. */
    record Diamond(double x, double y, double half, ChartColour fill, String words) implements DrawingShape {}

    /** A line of text, anchored at its start, middle or end. */
    record Text(double x, double y, double size, TextAnchor anchor, boolean bold, ChartColour fill, String words)
            implements DrawingShape {}

    /** The anchor of a text. */
    enum TextAnchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String word;

        TextAnchor(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** The corners of a diamond, x and y in turn. */
    static List<double[]> corners(Diamond diamond) {
        double half = diamond.half();
        return List.of(
                new double[] {diamond.x(), diamond.y() - half},
                new double[] {diamond.x() + half, diamond.y()},
                new double[] {diamond.x(), diamond.y() + half},
                new double[] {diamond.x() - half, diamond.y()});
    }
}
