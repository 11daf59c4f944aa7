package org.convergence.platform.rendering;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** The lists of a Word document; each numbered one begins at 1. */
final class WordListNumbering {

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
