package org.convergence.platform.shell;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** Part of a template, rendered before its place because something above it depends on its content. */
public final class RenderedHtml {

    private RenderedHtml() {}

    /** The part's HTML, escaped as usual. */
    public static String of(Content content) {
        StringOutput output = new StringOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
