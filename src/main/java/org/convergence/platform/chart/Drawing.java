package org.convergence.platform.chart;

import java.awt.Graphics2D;
import java.util.List;
import org.convergence.platform.chart.Canvas.DrawingShape;
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

    /** For the page: the drawing under its title, with its table behind "see the table". */
    public SafeHtml figure(Words words) {
        return new SafeHtml(write(this, words));
    }

    /** Writes a drawing for the page: its title, the drawing, which scrolls on a narrow screen, and its figures. */
    private static String write(Drawing drawing, Words words) {
        StringBuilder out = new StringBuilder(8192);
        String title = SafeHtml.escape(drawing.title());
        out.append("<figure class=\"chart-figure\"><figcaption>").append(title).append("</figcaption>");
        out.append("<div class=\"chart-frame\" role=\"group\" tabindex=\"0\" aria-label=\"")
                .append(title)
                .append("\">")
                .append(drawing.svg().html())
                .append("</div>");
        out.append("<details><summary>")
                .append(SafeHtml.escape(words.say("chart.see-table")))
                .append("</summary><table class=\"table\"><thead><tr>");
        drawing.table()
                .head()
                .forEach(head -> out.append("<th scope=\"col\">")
                        .append(SafeHtml.escape(head))
                        .append("</th>"));
        out.append("</tr></thead><tbody>");
        for (List<String> row : drawing.table().rows()) {
            out.append("<tr><th scope=\"row\">")
                    .append(SafeHtml.escape(row.get(0)))
                    .append("</th>");
            row.stream()
                    .skip(1)
                    .forEach(cell ->
                            out.append("<td>").append(SafeHtml.escape(cell)).append("</td>"));
            out.append("</tr>");
        }
        return out.append("</tbody></table></details></figure>").toString();
    }
}
