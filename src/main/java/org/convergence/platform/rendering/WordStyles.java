package org.convergence.platform.rendering;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of a Word document, under Word's own names, so that Word's commands work on them. */
final class WordStyles {

    static final String NORMAL = "Normal";
    static final String TITLE = "Title";
    static final String SUBTITLE = "Subtitle";
    static final String QUOTE = "Quote";
    static final String CAPTION = "Caption";
    static final String LIST = "ListParagraph";
    static final String NOTE = "ConvergenceNote";
    static final String FIGURE = "ConvergenceFigure";
    static final String CELL = "ConvergenceCell";
    static final String CONTENTS_HEADING = "TOCHeading";

    private static final String SERIF = "Georgia";
    private static final String SANS = "Calibri";
    private static final String INK = "1C2430";
    private static final String MUTED = "5B6470";
    private static final int[] HEADINGS = {17, 13, 11, 11, 11, 11};

    private final List<CTStyle> made = new ArrayList<>();

    private WordStyles() {}

    static String heading(int level) {
        return "Heading" + Math.min(HEADINGS.length, level);
    }

    static String contents(int level) {
        return "TOC" + level;
    }

    static void write(XWPFDocument document, String language) {
        XWPFStyles styles = document.createStyles();
        styles.setSpellingLanguage(language);
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(SANS);
        fonts.setHAnsi(SANS);
        fonts.setCs(SANS);
        fonts.setEastAsia(SANS);
        styles.setDefaultFonts(fonts);
        // A style is copied when it is added, so that it must be complete by then.
        new WordStyles().all().forEach(style -> styles.addStyle(new XWPFStyle(style)));
    }

    private List<CTStyle> all() {
        CTStyle normal = style(NORMAL, "Normal", "", 11, INK, 0, 6);
        normal.setDefault(true);
        serif(style(TITLE, "Title", NORMAL, 26, INK, 12, 4));
        style(SUBTITLE, "Subtitle", NORMAL, 13, MUTED, 0, 12);
        for (int level = 1; level <= HEADINGS.length; level++) {
            CTStyle heading =
                    style(heading(level), "heading " + level, NORMAL, HEADINGS[level - 1], INK, 26 - 4 * level, 4);
            serif(heading);
            heading.getRPr().addNewB();
            CTPPrGeneral shape = heading.getPPr();
            shape.addNewKeepNext();
            shape.addNewKeepLines();
            shape.addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
            heading.addNewNext().setVal(NORMAL);
        }
        serif(style(CONTENTS_HEADING, "TOC Heading", NORMAL, 17, INK, 12, 6));
        style(contents(1), "toc 1", NORMAL, 10, INK, 0, 1);
        indent(style(contents(2), "toc 2", NORMAL, 9, INK, 0, 1), 280);
        indent(style(QUOTE, "Quote", NORMAL, 11, INK, 0, 6), 280);
        style(CAPTION, "caption", NORMAL, 10, INK, 8, 4).getRPr().addNewB();
        indent(style(LIST, "List Paragraph", NORMAL, 11, INK, 0, 3), 360);
        indent(style(NOTE, "Note", NORMAL, 10, MUTED, 4, 6), 280);
        style(FIGURE, "Figure", NORMAL, 11, MUTED, 6, 6);
        style(CELL, "Cell", NORMAL, 9, INK, 1, 1);
        return made;
    }

    private CTStyle style(String id, String name, String base, int points, String colour, int above, int below) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        if (!base.isEmpty()) {
            style.addNewBasedOn().setVal(base);
        }
        style.addNewQFormat();
        CTRPr letters = style.addNewRPr();
        letters.addNewColor().setVal(colour);
        letters.addNewSz().setVal(BigInteger.valueOf(points * 2L));
        CTSpacing spacing = style.addNewPPr().addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(Math.max(0, above) * 20L));
        spacing.setAfter(BigInteger.valueOf(below * 20L));
        spacing.setLine(BigInteger.valueOf(264));
        spacing.setLineRule(STLineSpacingRule.AUTO);
        made.add(style);
        return style;
    }

    private static void serif(CTStyle style) {
        CTFonts fonts = style.getRPr().addNewRFonts();
        fonts.setAscii(SERIF);
        fonts.setHAnsi(SERIF);
    }

    private static void indent(CTStyle style, int twentieths) {
        style.getPPr().addNewInd().setLeft(BigInteger.valueOf(twentieths));
    }
}
