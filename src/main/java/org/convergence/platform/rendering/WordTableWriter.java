package org.convergence.platform.rendering;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Writes a table whose head repeats on each page and whose rows are not split. */
record WordTableWriter(XWPFDocument document, WordInlineWriter text, long width) {

    /** The room beside the text of a cell, in twentieths of a point. */
    private static final int SIDE = 60;

    void write(Block.Table content) {
        XWPFTable table = document.createTable();
        CTTblPr shape = table.getCTTbl().getTblPr();
        shape.addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setWidth(Long.toString(width));
        table.setTopBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, "auto");
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, "D9D5CC");
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, "D9D5CC");
        table.setCellMargins(0, SIDE, 0, SIDE);
        long[] widths = widths(content);
        var grid = table.getCTTbl().addNewTblGrid();
        for (long column : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(column));
        }
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        for (int i = 0; i < widths.length; i++) {
            List<Inline> title =
                    List.of(new Inline.Strong(Inline.of(content.columns().get(i).title())));
            cell(head, i, widths[i], content.columns().get(i), title).setKeepNext(true);
        }
        int left = content.rows().size();
        for (List<Block.Cell> row : content.rows()) {
            left--;
            XWPFTableRow line = new XWPFTableRow(table.getCTTbl().addNewTr(), table);
            line.setCantSplitRow(true);
            for (int i = 0; i < widths.length; i++) {
                cell(line, i, widths[i], content.columns().get(i), row.get(i).parts())
                        .setKeepNext(content.isShort() && left > 0);
            }
        }
    }

    private long[] widths(Block.Table content) {
        return ColumnWidths.compute(content).stream()
                .mapToLong(hundredths -> width * hundredths / 100)
                .toArray();
    }

    private XWPFParagraph cell(XWPFTableRow row, int index, long width, Block.Column column, List<Inline> parts) {
        CTTc cell = index < row.getCtRow().sizeOfTcArray()
                ? row.getCtRow().getTcArray(index)
                : row.getCtRow().addNewTc();
        CTTcPr shape = cell.isSetTcPr() ? cell.getTcPr() : cell.addNewTcPr();
        var size = shape.isSetTcW() ? shape.getTcW() : shape.addNewTcW();
        size.setType(STTblWidth.DXA);
        size.setW(BigInteger.valueOf(width));
        XWPFParagraph paragraph =
                new XWPFParagraph(cell.sizeOfPArray() > 0 ? cell.getPArray(0) : cell.addNewP(), document);
        paragraph.setStyle(WordStyles.CELL);
        if (column.figures()) {
            paragraph.setAlignment(ParagraphAlignment.RIGHT);
        }
        text.write(paragraph, parts);
        return paragraph;
    }
}
