package org.convergence.platform.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.convergence.platform.chart.Canvas.DrawingShape;

/** Paints a drawing as an image, in the colours of paper, with the application's font. */
final class DrawingPainter {

    private DrawingPainter() {}

    static byte[] png(Drawing drawing, double scale) {
        int width = (int) Math.ceil(drawing.width() * scale);
        int height = (int) Math.ceil(drawing.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, width, height);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.scale(scale, scale);
            paint(drawing, pen);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void paint(Drawing drawing, Graphics2D pen) {
        drawing.shapes().forEach(shape -> paint(shape, pen));
    }

    private static void paint(DrawingShape shape, Graphics2D pen) {
        if (shape instanceof DrawingShape.Box box) {
            pen.setColor(colour(box.fill(), box.opacity()));
            pen.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        } else if (shape instanceof DrawingShape.Frame frame) {
            pen.setColor(colour(frame.stroke(), 1));
            pen.setStroke(new BasicStroke(1));
            pen.draw(new Rectangle2D.Double(frame.x(), frame.y(), frame.width(), frame.height()));
        } else if (shape instanceof DrawingShape.Line line) {
            pen.setColor(colour(line.stroke(), 1));
            pen.setStroke(new BasicStroke((float) line.thickness(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            pen.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
        } else if (shape instanceof DrawingShape.Diamond diamond) {
            pen.setColor(colour(diamond.fill(), 1));
            Path2D path = new Path2D.Double();
            for (double[] corner : DrawingShape.corners(diamond)) {
                if (path.getCurrentPoint() == null) {
                    path.moveTo(corner[0], corner[1]);
                } else {
                    path.lineTo(corner[0], corner[1]);
                }
            }
            path.closePath();
            pen.fill(path);
        } else if (shape instanceof DrawingShape.Text text) {
            pen.setColor(colour(text.fill(), 1));
            pen.fill(outline(text));
        }
    }

    /** The outline of a text at its position. */
    static Path2D outline(DrawingShape.Text text) {
        ChartFont letters = ChartFont.forWeight(text.bold());
        double width = letters.width(text.words(), text.size());
        double x =
                switch (text.anchor()) {
                    case START -> text.x();
                    case MIDDLE -> text.x() - width / 2;
                    case END -> text.x() - width;
                };
        return letters.outline(text.words(), text.size(), x, text.y());
    }

    private static Color colour(ChartColour ink, double opacity) {
        Color solid = Color.decode(ink.colour());
        return opacity >= 1
                ? solid
                : new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), (int) Math.round(opacity * 255));
    }
}
