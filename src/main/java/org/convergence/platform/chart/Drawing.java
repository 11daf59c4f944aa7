package org.convergence.platform.chart;

import java.awt.Graphics2D;
import java.util.List;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;

/**
 * A chart as it looks, with the same figures in words.
 *
 * @param title what it shows
 * @param description its figures in one sentence, for who does not see it
 * @param table its figures as a table
 */
public record Drawing(String title, String description, int width, int height, List<Shape> shapes, FigureTable table) {

    /** Makes the list of shapes its own. */
    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /** For the page: SVG whose colours and letters the style sheet gives, without any style of its own. */
    public SafeHtml svg() {
        return new SafeHtml(new SvgWriter().write(this));
    }

    /** For Word and mail: a picture of {@code scale} times its natural size, on white. */
    public byte[] png(double scale) {
        return Painter.png(this, scale);
    }

    /** For paper that is drawn upon: at its natural size, from the corner of the pen, on what is there. */
    public void paint(Graphics2D pen) {
        Painter.paint(this, pen);
    }

    /** For the page: the drawing under its title, and its table behind "see the figures". */
    public SafeHtml figure(Words words) {
        return new SafeHtml(FigureWriter.write(this, words));
    }
}
