package org.convergence.platform.rendering;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;

/** Writes inline text into a paragraph of Word. */
record WordInlineWriter(RenderingOptions edition) {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\uFFFE\\uFFFF\\p{Cs}&&[^\\n\\t]]");

    void write(XWPFParagraph paragraph, List<Inline> parts) {
        write(paragraph, parts, false, false, "");
    }

    private void write(XWPFParagraph paragraph, List<Inline> parts, boolean bold, boolean italic, String address) {
        for (Inline part : parts) {
            if (part instanceof Inline.InlineText words) {
                run(paragraph, words.text(), bold, italic, address);
            } else if (part instanceof Inline.Strong strong) {
                write(paragraph, strong.parts(), true, italic, address);
            } else if (part instanceof Inline.Emphasis emphasis) {
                write(paragraph, emphasis.parts(), bold, true, address);
            } else if (part instanceof Inline.Link link) {
                write(paragraph, link.parts(), bold, italic, edition.resolveLink(link.address()));
            } else {
                paragraph.createRun().addBreak();
            }
        }
    }

    private static void run(XWPFParagraph paragraph, String text, boolean bold, boolean italic, String address) {
        if (text.isEmpty()) {
            return;
        }
        XWPFRun run = address.isEmpty() ? paragraph.createRun() : paragraph.createHyperlinkRun(address);
        run.setText(clean(text));
        if (bold) {
            run.setBold(true);
        }
        if (italic) {
            run.setItalic(true);
        }
        if (!address.isEmpty()) {
            run.setColor("1F4E79");
            run.setUnderline(UnderlinePatterns.SINGLE);
        }
    }

    static String clean(String text) {
        return FORBIDDEN.matcher(text).replaceAll(" ");
    }
}
