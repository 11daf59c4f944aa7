package org.convergence.platform.text;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** A fragment of HTML or SVG that is known to be safe, which a template writes as it is. */
public record SafeHtml(String html) implements Content {

    /** No fragment. */
    public static final SafeHtml EMPTY = new SafeHtml("");

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    @Override
    public boolean isEmptyContent() {
        return html.isEmpty();
    }
}
