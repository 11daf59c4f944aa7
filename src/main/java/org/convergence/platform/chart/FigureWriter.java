package org.convergence.platform.chart;

import java.util.List;
import org.convergence.platform.text.SafeHtml;
import org.convergence.platform.text.Words;

/** Writes a drawing for the page: its title, the drawing, which scrolls on a narrow screen, and its figures. */
final class FigureWriter {

    private FigureWriter() {}

    static String write(Drawing drawing, Words words) {
        StringBuilder out = new StringBuilder(8192);
        String title = SafeHtml.escape(drawing.title());
        out.append("<figure class=\"chart-figure\"><figcaption>").append(title).append("</figcaption>");
        out.append("<div class=\"chart-frame\" role=\"group\" tabindex=\"0\" aria-label=\"")
                .append(title)
                .append("\">")
                .append(drawing.svg().html())
                .append("</div>");
        out.append("<details><summary>")
                .append(SafeHtml.escape(words.say("chart.see-figures")))
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
