package org.convergence.platform.chart;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Measures and outlines text with the application's own font, so that servers need no fonts. */
final class ChartFont {

    private static final ChartFont PLAIN = new ChartFont("/fonts/ConvergenceSans-Regular.ttf");
    private static final ChartFont BOLD = new ChartFont("/fonts/ConvergenceSans-Bold.ttf");

    private final TrueTypeFont font;
    private final CmapLookup letters;
    private final double unit;

    private ChartFont(String file) {
        try (InputStream in = ChartFont.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The font is missing: " + file);
            }
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            letters = font.getUnicodeCmapLookup();
            unit = 1.0 / font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ChartFont forWeight(boolean bold) {
        return bold ? BOLD : PLAIN;
    }

    double width(String words, double size) {
        try {
            long width = 0;
            for (int letter : words.codePoints().toArray()) {
                width += font.getAdvanceWidth(letters.getGlyphId(letter));
            }
            return width * unit * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text, shortened with an ellipsis if it is too wide; fonts of screens may be wider still. */
    String shortenToWidth(String words, double size, double room) {
        if (width(words, size) <= room) {
            return words;
        }
        int end = words.length();
        while (end > 1 && width(words.substring(0, end).strip() + "…", size) > room) {
            end = words.offsetByCodePoints(end, -1);
        }
        return words.substring(0, end).strip() + "…";
    }

    /** The outline of the text, its base line starting at a point. */
    Path2D outline(String words, double size, double x, double y) {
        try {
            Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
            double at = x;
            for (int letter : words.codePoints().toArray()) {
                int glyph = letters.getGlyphId(letter);
                GlyphData shape = font.getGlyph().getGlyph(glyph);
                if (shape != null) {
                    AffineTransform place = new AffineTransform(unit * size, 0, 0, -unit * size, at, y);
                    outline.append(shape.getPath().getPathIterator(place), false);
                }
                at += font.getAdvanceWidth(glyph) * unit * size;
            }
            return outline;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
