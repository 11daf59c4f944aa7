package org.convergence.platform.chart;

import java.util.List;

/** What drawings are made of; lengths are in the drawing's own units, which are pixels at its natural size. */
sealed interface Shape {

    /** A filled rectangle; its words are shown when it is pointed at. */
    record Box(double x, double y, double width, double height, Ink fill, double opacity, String words)
            implements Shape {}

    /** The edge of a rectangle. */
    record Frame(double x, double y, double width, double height, Ink stroke) implements Shape {}

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, double thickness, Ink stroke) implements Shape {}

    /** A filled diamond about its middle; its words are shown when it is pointed at. */
    record Diamond(double x, double y, double half, Ink fill, String words) implements Shape {}

    /** A line of text, from its start, about its middle, or to its end. */
    record Text(double x, double y, double size, Anchor anchor, boolean bold, Ink fill, String words)
            implements Shape {}

    /** Where a text stands from its point. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String word;

        Anchor(String word) {
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
