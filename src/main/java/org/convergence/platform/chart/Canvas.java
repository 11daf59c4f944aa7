package org.convergence.platform.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.platform.chart.Canvas.DrawingShape.TextAnchor;
import org.convergence.platform.text.Words;

/** Collects the shapes of a chart. */
final class Canvas {

    /** The size of normal text, in the drawing's units. */
    static final double LETTERS = 14;

    /** The size of secondary text. */
    static final double SMALL = 12;

    private static final int DESCRIBED = 24;

    private final List<DrawingShape> shapes = new ArrayList<>();

    void box(double x, double y, double width, double height, ChartColour fill) {
        box(x, y, width, height, fill, 1, "");
    }

    void box(double x, double y, double width, double height, ChartColour fill, double opacity, String words) {
        shapes.add(new DrawingShape.Box(x, y, width, height, fill, opacity, words));
    }

    void frame(double x, double y, double width, double height, ChartColour stroke) {
        shapes.add(new DrawingShape.Frame(x, y, width, height, stroke));
    }

    void line(double x1, double y1, double x2, double y2, double thickness, ChartColour stroke) {
        shapes.add(new DrawingShape.Line(x1, y1, x2, y2, thickness, stroke));
    }

    void diamond(double x, double y, double half, ChartColour fill, String words) {
        shapes.add(new DrawingShape.Diamond(x, y, half, fill, words));
    }

    void text(double x, double y, String words) {
        text(x, y, LETTERS, TextAnchor.START, false, ChartColour.INK, words);
    }

    void text(double x, double y, double size, TextAnchor anchor, boolean bold, ChartColour fill, String words) {
        if (!words.isEmpty()) {
            shapes.add(new DrawingShape.Text(x, y, size, anchor, bold, fill, words));
        }
    }

    /** A filled part with its colour and texture: plain, lined, edged, striped. */
    void fillPart(double x, double y, double width, double height, ChartTone tone, String words) {
        box(x, y, width, height, tone.ink(), 1, words);
        switch (tone) {
            case GREEN -> {}
            case BLUE -> line(x, y + height / 2, x + width, y + height / 2, 1.5, ChartColour.SURFACE);
            case RED -> {
                line(x, y + height / 3, x + width, y + height / 3, 1.5, ChartColour.SURFACE);
                line(x, y + height * 2 / 3, x + width, y + height * 2 / 3, 1.5, ChartColour.SURFACE);
            }
            case AMBER -> stripes(x, y, width, height, 4);
            case MUTED -> stripes(x, y, width, height, 9);
            case PALE -> frame(x + 0.5, y + 0.5, Math.max(0, width - 1), height - 1, ChartColour.MUTED);
        }
    }

    private void stripes(double x, double y, double width, double height, double step) {
        for (double at = x + step; at < x + width - 1; at += step) {
            line(at, y, at, y + height, 1.5, ChartColour.SURFACE);
        }
    }

    List<DrawingShape> shapes() {
        return shapes;
    }

    Drawing finish(String title, int width, double height, FigureTable table, Words words) {
        String description = table.rows().stream()
                .limit(DESCRIBED)
                .map(row -> words.say(
                        "chart.pair",
                        row.get(0),
                        row.stream().skip(1).filter(cell -> !cell.isEmpty()).collect(Collectors.joining(", "))))
                .collect(Collectors.joining("; "));
        return new Drawing(title, description, width, (int) Math.ceil(height), shapes, table);
    }

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
}
