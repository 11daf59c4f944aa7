package org.convergence.platform.rendering;

import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFldChar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** The table-of-contents field, already filled with the headings; Word adds the page numbers and updates it. */
final class WordTableOfContents {

    private static final int LISTED_LEVELS = 2;

    private final XWPFDocument document;
    private int sections;
    private int listed;

    WordTableOfContents(XWPFDocument document) {
        this.document = document;
    }

    /** The bookmark of a section's heading, by its number in reading order. */
    static String bookmark(int section) {
        return "_Toc" + (1_000_000 + section);
    }

    void write(List<Section> parts, String heading) {
        XWPFParagraph title = document.createParagraph();
        title.setStyle(WordStyles.CONTENTS_HEADING);
        title.createRun().setText(heading);
        list(parts, 1);
        CTP last = document.createParagraph().getCTP();
        fieldMark(last.addNewR(), STFldCharType.END);
    }

    private void list(List<Section> parts, int level) {
        for (Section part : parts) {
            int number = ++sections;
            if (level <= LISTED_LEVELS) {
                entry(part.heading(), level, number);
            }
            list(part.sections(), level + 1);
        }
    }

    private void entry(String heading, int level, int number) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(WordStyles.contents(level));
        CTP line = paragraph.getCTP();
        if (listed++ == 0) {
            fieldMark(line.addNewR(), STFldCharType.BEGIN).setDirty(true);
            instruction(line.addNewR(), " TOC \\o \"1-" + LISTED_LEVELS + "\" \\h \\z \\u ");
            fieldMark(line.addNewR(), STFldCharType.SEPARATE);
        }
        CTHyperlink link = line.addNewHyperlink();
        link.setAnchor(bookmark(number));
        link.addNewR().addNewT().setStringValue(WordInlineWriter.clean(heading));
    }

    private static CTFldChar fieldMark(CTR run, STFldCharType.Enum type) {
        CTFldChar mark = run.addNewFldChar();
        mark.setFldCharType(type);
        return mark;
    }

    private static void instruction(CTR run, String words) {
        CTText text = run.addNewInstrText();
        text.setStringValue(words);
        text.setSpace(SpaceAttribute.Space.PRESERVE);
    }
}
