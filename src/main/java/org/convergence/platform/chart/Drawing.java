package org.convergence.platform.chart;

import java.awt.Graphics2D;
import java.util.List;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;

/**
 * A drawn chart, with the same figures as text.
 *
 * @param title its title
 * @param description its figures in one sentence, as alternative text
 * @param table its figures as a table
 */
public record Drawing(
        String title, String description, int width, int height, List<DrawingShape> shapes, FigureTable table) {

    /** Copies the list of shapes. */
    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /** For the page: SVG with colours and fonts from the style sheet, without inline styles. */
    public SafeHtml svg() {
        return new SafeHtml(new SvgWriter().write(this));
    }

    /** For Word and mail: a PNG of {@code scale} times its natural size, on white. */
    public byte[] png(double scale) {
        return DrawingPainter.png(this, scale);
    }

    /** For PDF: painted at its natural size, from the pen's origin, over the background. */
    public void paint(Graphics2D pen) {
        DrawingPainter.paint(this, pen);
    }

    /** For the page: the drawing under its title, with its table behind "see the figures". */
    public SafeHtml figure(Words words) {
        return new SafeHtml(FigureWriter.write(this, words));
    }
}
