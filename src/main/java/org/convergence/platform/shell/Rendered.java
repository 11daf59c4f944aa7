package org.convergence.platform.shell;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/** Part of a template, rendered ahead of its place because something above it must know what is in it. */
public final class Rendered {

    private Rendered() {}

    /** The part's HTML, escaped as ever. */
    public static String of(Content content) {
        StringOutput output = new StringOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
