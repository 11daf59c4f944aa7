package org.convergence.plan.reading.domain;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Builds a Word file as a person would write it. */
final class WordFileBuilder {

    private final XWPFDocument doc = new XWPFDocument();
    private int lists;

    WordFileBuilder() {
        doc.createStyles();
        for (int i = 1; i <= 3; i++) {
            CTStyle style = CTStyle.Factory.newInstance();
            style.setStyleId("Titre" + i);
            style.addNewName().setVal("heading " + i);
            style.setType(STStyleType.PARAGRAPH);
            style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(i - 1L));
            doc.getStyles().addStyle(new XWPFStyle(style));
        }
    }

    WordFileBuilder heading(int level, String text) {
        XWPFParagraph paragraph = doc.createParagraph();
        paragraph.setStyle("Titre" + level);
        paragraph.createRun().setText(text);
        return this;
    }

    WordFileBuilder paragraph(String text) {
        doc.createParagraph().createRun().setText(text);
        return this;
    }

    WordFileBuilder bold(String text) {
        XWPFRun run = doc.createParagraph().createRun();
        run.setBold(true);
        run.setText(text);
        return this;
    }

    WordFileBuilder header(String text) {
        doc.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun().setText(text);
        return this;
    }

    /** A list with the given numbering per level: a Word format, a colon and a pattern, as in "decimal:%1.%2". */
    int list(String... levels) {
        CTAbstractNum kind = CTAbstractNum.Factory.newInstance();
        kind.setAbstractNumId(BigInteger.valueOf(++lists));
        for (int i = 0; i < levels.length; i++) {
            int colon = levels[i].indexOf(':');
            CTLvl level = kind.addNewLvl();
            level.setIlvl(BigInteger.valueOf(i));
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal(STNumberFormat.Enum.forString(levels[i].substring(0, colon)));
            level.addNewLvlText().setVal(levels[i].substring(colon + 1));
        }
        BigInteger id = doc.createNumbering().addAbstractNum(new XWPFAbstractNum(kind));
        return doc.getNumbering().addNum(id).intValue();
    }

    WordFileBuilder item(int list, int level, String text) {
        XWPFParagraph paragraph = doc.createParagraph();
        paragraph.setNumID(BigInteger.valueOf(list));
        paragraph.setNumILvl(BigInteger.valueOf(level));
        paragraph.createRun().setText(text);
        return this;
    }

    /** A table; "^" continues the cell above, "=" the cell on the left, line ends make paragraphs. */
    WordFileBuilder table(String[]... rows) {
        XWPFTable table = doc.createTable(rows.length, rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            int at = 0;
            for (String text : rows[i]) {
                if (text.equals("=")) {
                    XWPFTableCell left = table.getRow(i).getCell(at - 1);
                    var properties = left.getCTTc().isSetTcPr()
                            ? left.getCTTc().getTcPr()
                            : left.getCTTc().addNewTcPr();
                    BigInteger span = properties.isSetGridSpan()
                            ? properties.getGridSpan().getVal()
                            : BigInteger.ONE;
                    (properties.isSetGridSpan() ? properties.getGridSpan() : properties.addNewGridSpan())
                            .setVal(span.add(BigInteger.ONE));
                    table.getRow(i).removeCell(at);
                } else {
                    fill(table.getRow(i).getCell(at++), text);
                }
            }
        }
        return this;
    }

    private static void fill(XWPFTableCell cell, String text) {
        if (text.equals("^")) {
            cell.getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
            return;
        }
        String[] paragraphs = text.split("\n", -1);
        for (int i = 0; i < paragraphs.length; i++) {
            XWPFParagraph paragraph = i == 0 ? cell.getParagraphs().get(0) : cell.addParagraph();
            paragraph.createRun().setText(paragraphs[i]);
        }
    }

    WrittenFile file() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            doc.write(out);
            return new WrittenFile("plan.docx", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
