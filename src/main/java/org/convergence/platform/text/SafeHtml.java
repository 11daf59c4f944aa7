package org.convergence.platform.text;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** A fragment of HTML or SVG that is known to be safe, which a template writes unescaped. */
public record SafeHtml(String html) implements Content {

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    @Override
    public boolean isEmptyContent() {
        return html.isEmpty();
    }

    /**
     * Escapes text for elements and quoted attributes of HTML, XML and SVG; characters that XML forbids become a space.
     */
    public static String escape(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(letter -> {
            switch (letter) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean forbidden = (letter < ' ' && letter != '\n' && letter != '\t')
                            || letter == 0xFFFE
                            || letter == 0xFFFF
                            || (letter >= 0xD800 && letter <= 0xDFFF);
                    safe.appendCodePoint(forbidden ? ' ' : letter);
                }
            }
        });
        return safe.toString();
    }
}
