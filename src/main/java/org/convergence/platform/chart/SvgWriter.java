package org.convergence.platform.chart;

import org.convergence.platform.chart.Canvas.DrawingShape;
import org.convergence.platform.text.SafeHtml;

/**
 * Writes a drawing as SVG: every shape has a class besides its colour on paper, so that the style sheet can override
 * it.
 */
final class SvgWriter {

    /** Wider drawings scroll on a phone rather than shrink. */
    private static final int WIDE = 500;

    private final StringBuilder out = new StringBuilder(4096);

    String write(Drawing drawing) {
        open(drawing.width() > WIDE ? "chart chart-wide" : "chart", drawing.width(), drawing.height());
        attribute("role", "img");
        attribute("aria-label", drawing.title() + ". " + drawing.description());
        out.append('>');
        drawing.shapes().forEach(this::shape);
        return out.append("</svg>").toString();
    }

    private void open(String cssClass, int width, int height) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        attribute("viewBox", "0 0 " + width + " " + height);
        attribute("width", Integer.toString(width));
        attribute("height", Integer.toString(height));
        attribute("class", cssClass);
    }

    private void shape(DrawingShape shape) {
        if (shape instanceof DrawingShape.Box box) {
            out.append("<rect");
            area(box.x(), box.y(), box.width(), box.height());
            fill(box.fill());
            if (box.opacity() < 1) {
                number("fill-opacity", box.opacity());
            }
            close("rect", box.words());
        } else if (shape instanceof DrawingShape.Frame frame) {
            out.append("<rect");
            area(frame.x(), frame.y(), frame.width(), frame.height());
            attribute("fill", "none");
            stroke(frame.stroke(), 1);
            out.append("/>");
        } else if (shape instanceof DrawingShape.Line line) {
            out.append("<line");
            number("x1", line.x1());
            number("y1", line.y1());
            number("x2", line.x2());
            number("y2", line.y2());
            stroke(line.stroke(), line.thickness());
            out.append("/>");
        } else if (shape instanceof DrawingShape.Diamond diamond) {
            out.append("<path d=\"");
            char command = 'M';
            for (double[] corner : DrawingShape.corners(diamond)) {
                out.append(command).append(rounded(corner[0])).append(' ').append(rounded(corner[1]));
                command = 'L';
            }
            out.append("Z\"");
            fill(diamond.fill());
            close("path", diamond.words());
        } else if (shape instanceof DrawingShape.Text text) {
            text(text);
        }
    }

    private void text(DrawingShape.Text text) {
        out.append("<text");
        number("x", text.x());
        number("y", text.y());
        number("font-size", text.size());
        if (text.anchor() != DrawingShape.TextAnchor.START) {
            attribute("text-anchor", text.anchor().word());
        }
        if (text.bold()) {
            attribute("font-weight", "600");
        }
        fill(text.fill());
        out.append('>').append(SafeHtml.escape(text.words())).append("</text>");
    }

    private void area(double x, double y, double width, double height) {
        number("x", x);
        number("y", y);
        number("width", width);
        number("height", height);
    }

    private void fill(ChartColour ink) {
        attribute("fill", ink.colour());
        attribute("class", ink.fillClass());
    }

    private void stroke(ChartColour ink, double thickness) {
        attribute("stroke", ink.colour());
        number("stroke-width", thickness);
        attribute("class", ink.strokeClass());
    }

    private void close(String element, String words) {
        if (words.isEmpty()) {
            out.append("/>");
        } else {
            out.append('>');
            element("title", words);
            out.append("</").append(element).append('>');
        }
    }

    private void element(String name, String words) {
        out.append('<')
                .append(name)
                .append('>')
                .append(SafeHtml.escape(words))
                .append("</")
                .append(name)
                .append('>');
    }

    private void number(String name, double value) {
        attribute(name, rounded(value));
    }

    private void attribute(String name, String value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(SafeHtml.escape(value))
                .append('"');
    }

    private static String rounded(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        return Double.toString(hundredths / 100.0);
    }
}
