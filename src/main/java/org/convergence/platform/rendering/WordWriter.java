package org.convergence.platform.rendering;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.convergence.platform.text.Words;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Writes a paper as a Word document. */
final class WordWriter {

    private final Words words;
    private final RenderingOptions edition;
    private final XWPFDocument document = new XWPFDocument();
    private final WordInlineWriter text;
    private final WordListNumbering lists = new WordListNumbering(document);
    private final WordImageWriter pictures = new WordImageWriter(document);
    private int sections;

    /** The last heading, which the caption of a table does not repeat. */
    private String heading = "";

    /** The next heading begins a page: a break of its own would leave an empty page after full contents. */
    private boolean beginsPage;

    WordWriter(Words words, RenderingOptions edition) {
        this.words = words;
        this.edition = edition;
        this.text = new WordInlineWriter(edition);
    }

    void write(Paper paper, OutputStream out) {
        try (document) {
            WordStyles.write(document, words.language().tag());
            WordPageSetup frame = new WordPageSetup(document, edition, words);
            frame.write(paper);
            letterhead(paper);
            paragraph(WordStyles.TITLE, Inline.of(paper.title()));
            if (!paper.subtitle().isEmpty()) {
                paragraph(WordStyles.SUBTITLE, Inline.of(paper.subtitle()));
            }
            if (paper.layout() == Paper.Layout.CONTENTS) {
                new WordTableOfContents(document).write(paper.sections(), words.say("rendering.contents"));
                beginsPage = true;
            }
            for (Section section : paper.withBoundNumbers().sections()) {
                section(section, 1, frame);
            }
            // POI hides why a write fails, such as a download that its reader broke off.
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            document.write(whole);
            whole.writeTo(out);
        } catch (IOException | InvalidFormatException e) {
            throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
        }
    }

    private void letterhead(Paper paper) throws IOException, InvalidFormatException {
        boolean whole = paper.layout() != Paper.Layout.SHEET;
        if (whole) {
            pictures.logo(edition.letterhead().logo(), paper.organisation());
        }
        paragraph(WordStyles.SUBTITLE, Inline.of(paper.organisation()));
        if (whole && !edition.letterhead().lines().isEmpty()) {
            paragraph(WordStyles.CELL, Inline.lines(edition.letterhead().inTwoLines()));
        }
    }

    private void section(Section section, int level, WordPageSetup frame) throws IOException, InvalidFormatException {
        int number = ++sections;
        if (!section.heading().isEmpty()) {
            heading(section.heading(), level, number);
        } else if (beginsPage) {
            document.createParagraph().createRun().addBreak(BreakType.PAGE);
            beginsPage = false;
        }
        for (Block block : section.blocks()) {
            block(block, WordStyles.NORMAL, level, frame);
        }
        for (Section part : section.sections()) {
            section(part, level + 1, frame);
        }
    }

    private void heading(String text, int level, int number) {
        XWPFParagraph title = document.createParagraph();
        title.setStyle(WordStyles.heading(level));
        title.setPageBreak(beginsPage);
        beginsPage = false;
        heading = text;
        CTBookmark start = title.getCTP().addNewBookmarkStart();
        start.setId(BigInteger.valueOf(number));
        start.setName(WordTableOfContents.bookmark(number));
        title.createRun().setText(WordInlineWriter.clean(text));
        title.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(number));
    }

    private void block(Block block, String style, int level, WordPageSetup frame)
            throws IOException, InvalidFormatException {
        if (block instanceof Block.Paragraph paragraph) {
            paragraph(style, paragraph.parts());
        } else if (block instanceof Block.Subheading subheading) {
            paragraph(WordStyles.heading(level + 1), Inline.of(subheading.text()));
            heading = subheading.text();
        } else if (block instanceof Block.ItemList items) {
            items(items, 0, level, frame);
        } else if (block instanceof Block.Quote quote) {
            for (Block part : quote.blocks()) {
                block(part, WordStyles.QUOTE, level, frame);
                document.getLastParagraph()
                        .setKeepNext(part != quote.blocks().get(quote.blocks().size() - 1));
            }
        } else if (block instanceof Block.Table table) {
            if (!table.caption().isEmpty() && !table.caption().equals(heading)) {
                paragraph(WordStyles.CAPTION, Inline.of(table.caption())).setKeepNext(true);
            }
            new WordTableWriter(document, text, frame.textWidth()).write(table);
            paragraph(WordStyles.CELL, List.of());
        } else if (block instanceof Block.Figures figures) {
            figures.figures().forEach(this::figure);
        } else if (block instanceof Block.Chart chart) {
            paragraph(WordStyles.CAPTION, Inline.of(chart.drawing().title())).setKeepNext(true);
            pictures.chart(chart.drawing());
        } else if (block instanceof Block.Photograph photograph) {
            photograph(photograph);
        } else if (block instanceof Block.Note note) {
            paragraph(WordStyles.NOTE, note.parts());
        } else if (block instanceof Block.PageBreak) {
            document.createParagraph().createRun().addBreak(BreakType.PAGE);
        }
    }

    private XWPFParagraph paragraph(String style, List<Inline> parts) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        text.write(paragraph, parts);
        return paragraph;
    }

    private void items(Block.ItemList items, int depth, int level, WordPageSetup frame)
            throws IOException, InvalidFormatException {
        BigInteger list = lists.list(items.numbered());
        for (List<Block> item : items.items()) {
            boolean marked = false;
            for (Block block : item) {
                if (block instanceof Block.ItemList below) {
                    items(below, Math.min(8, depth + 1), level, frame);
                } else if (block instanceof Block.Paragraph paragraph) {
                    XWPFParagraph line = paragraph(WordStyles.LIST, paragraph.parts());
                    if (!marked) {
                        line.setNumID(list);
                        line.setNumILvl(BigInteger.valueOf(depth));
                        marked = true;
                    }
                } else {
                    block(block, WordStyles.LIST, level, frame);
                }
            }
        }
    }

    private void figure(Block.Figure figure) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(WordStyles.FIGURE);
        XWPFRun number = paragraph.createRun();
        number.setText(WordInlineWriter.clean(figure.figure()));
        number.setFontFamily("Georgia");
        number.setFontSize(22);
        number.setColor("1C2430");
        number.setBold(true);
        paragraph.createRun().setText(" " + WordInlineWriter.clean(figure.caption()));
        if (!figure.evidence().isEmpty()) {
            paragraph.createRun().addBreak();
            text.write(paragraph, figure.evidence());
        }
    }

    private void photograph(Block.Photograph photograph) throws IOException, InvalidFormatException {
        if (!pictures.photograph(photograph)) {
            paragraph(WordStyles.NOTE, Inline.of(photograph.description()));
        }
        if (!photograph.caption().isEmpty()) {
            paragraph(WordStyles.CAPTION, Inline.of(photograph.caption()));
        }
    }

    /** The lists of a Word document; each numbered one begins at 1. */
    private static final class WordListNumbering {

        private static final int LEVELS = 9;
        private static final int STEP = 360;

        private final XWPFNumbering numbering;
        private final BigInteger bullets;
        private int made;

        WordListNumbering(XWPFDocument document) {
            numbering = document.createNumbering();
            bullets = numbering.addNum(define(STNumberFormat.BULLET));
        }

        /** The numbering id for the items of a list. */
        BigInteger list(boolean numbered) {
            return numbered ? numbering.addNum(define(STNumberFormat.DECIMAL)) : bullets;
        }

        private BigInteger define(STNumberFormat.Enum format) {
            CTAbstractNum definition = CTAbstractNum.Factory.newInstance();
            definition.setAbstractNumId(BigInteger.valueOf(++made));
            for (int i = 0; i < LEVELS; i++) {
                CTLvl level = definition.addNewLvl();
                level.setIlvl(BigInteger.valueOf(i));
                level.addNewStart().setVal(BigInteger.ONE);
                level.addNewNumFmt().setVal(format);
                level.addNewLvlText().setVal(format == STNumberFormat.BULLET ? "•" : "%" + (i + 1) + ".");
                CTInd indent = level.addNewPPr().addNewInd();
                indent.setLeft(BigInteger.valueOf((i + 1L) * STEP));
                indent.setHanging(BigInteger.valueOf(STEP));
            }
            return numbering.addAbstractNum(new XWPFAbstractNum(definition));
        }
    }

    /** A stream whose {@code close} only flushes: the caller closes the underlying stream. */
    static final class NonClosingOutputStream extends FilterOutputStream {

        NonClosingOutputStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
