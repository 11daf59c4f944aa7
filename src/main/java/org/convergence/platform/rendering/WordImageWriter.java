package org.convergence.platform.rendering;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.convergence.platform.chart.Drawing;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;

/** Adds charts and photographs to a Word document, each with its description. */
final class WordImageWriter {

    private static final double WIDEST = 480;

    /** The height leaves room for the photograph's caption on the same page. */
    private static final double PICTURE = 330;

    private static final double TALLEST = 260;
    private static final double CHART_POINTS = 0.78;
    private static final double LOGO_WIDTH = 130;
    private static final double LOGO_HEIGHT = 54;

    private final XWPFDocument document;
    private int pictures;

    WordImageWriter(XWPFDocument document) {
        this.document = document;
    }

    void chart(Drawing drawing) throws IOException, InvalidFormatException {
        double scale = Math.min(WIDEST / drawing.width(), CHART_POINTS);
        put(
                drawing.png(2),
                PictureType.PNG,
                drawing.width() * scale,
                drawing.height() * scale,
                drawing.title() + ". " + drawing.description());
    }

    /** Whether the photograph could be read and was added. */
    boolean photograph(Block.Photograph photograph) throws IOException, InvalidFormatException {
        Optional<PrintableImage> found =
                PrintableImage.decode(photograph.bytes().get());
        if (found.isPresent()) {
            PrintableImage picture = found.get();
            double scale = Math.min(PICTURE / picture.width(), TALLEST / picture.height());
            put(
                    picture.jpeg(),
                    PictureType.JPEG,
                    picture.width() * scale,
                    picture.height() * scale,
                    photograph.description());
        }
        return found.isPresent();
    }

    /** The logo of a letterhead, if there is one. */
    void logo(byte[] bytes, String name) throws IOException, InvalidFormatException {
        Optional<PrintableImage> found = PrintableImage.decode(bytes);
        if (found.isPresent()) {
            PrintableImage picture = found.get();
            double scale = Math.min(LOGO_WIDTH / picture.width(), LOGO_HEIGHT / picture.height());
            put(picture.jpeg(), PictureType.JPEG, picture.width() * scale, picture.height() * scale, name);
        }
    }

    private void put(byte[] bytes, PictureType type, double width, double height, String description)
            throws IOException, InvalidFormatException {
        XWPFRun run = document.createParagraph().createRun();
        String name = "picture" + ++pictures + type.getExtension();
        run.addPicture(new ByteArrayInputStream(bytes), type, name, Units.toEMU(width), Units.toEMU(height));
        CTInline inline = run.getCTR().getDrawingArray(0).getInlineArray(0);
        inline.getDocPr().setId(pictures);
        inline.getDocPr().setDescr(WordInlineWriter.clean(description));
    }
}
