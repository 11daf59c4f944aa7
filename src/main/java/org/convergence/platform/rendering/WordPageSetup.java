package org.convergence.platform.rendering;

import java.math.BigInteger;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.convergence.platform.text.Words;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** Page size, margins, footer and properties of a Word document. */
record WordPageSetup(XWPFDocument document, RenderingOptions edition, Words words) {

    private static final double TWENTIETHS_IN_A_MILLIMETRE = 56.693;
    private static final int EDGE = 22;

    /** The width of the text, in twentieths of a point. */
    long textWidth() {
        return twentieths(edition.size().width() - 2 * EDGE);
    }

    private static long twentieths(double millimetres) {
        return Math.round(millimetres * TWENTIETHS_IN_A_MILLIMETRE);
    }

    void write(Paper paper) {
        POIXMLProperties.CoreProperties properties = document.getProperties().getCoreProperties();
        properties.setTitle(WordInlineWriter.clean(paper.title()));
        properties.setCreator(WordInlineWriter.clean(paper.organisation()));
        properties.setDescription(WordInlineWriter.clean(paper.description()));
        properties.setSubjectProperty(WordInlineWriter.clean(paper.subtitle()));
        properties
                .getUnderlyingProperties()
                .setLanguageProperty(words.language().tag());
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(twentieths(edition.size().width())));
        size.setH(BigInteger.valueOf(twentieths(edition.size().height())));
        CTPageMar edges = section.addNewPgMar();
        BigInteger edge = BigInteger.valueOf(twentieths(EDGE));
        edges.setTop(edge);
        edges.setBottom(edge);
        edges.setLeft(edge);
        edges.setRight(edge);
        edges.setHeader(BigInteger.valueOf(600));
        edges.setFooter(BigInteger.valueOf(600));
        XWPFParagraph header = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        header.setStyle(WordStyles.CELL);
        header.createRun().setText(WordInlineWriter.clean(paper.title()));
        footer(paper);
    }

    private void footer(Paper paper) {
        XWPFFooter footer = document.createFooter(HeaderFooterType.DEFAULT);
        XWPFParagraph line = footer.createParagraph();
        line.setStyle(WordStyles.CELL);
        String counted = words.say("rendering.page", "\u0001", "\u0002");
        int first = counted.indexOf('\u0001');
        int second = counted.indexOf('\u0002');
        line.createRun().setText(WordInlineWriter.clean(paper.organisation()) + " · " + counted.substring(0, first));
        line.getCTP().addNewFldSimple().setInstr("PAGE");
        line.createRun().setText(counted.substring(first + 1, second));
        line.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }
}
