package org.convergence.plan.reading.domain.text;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/** Collects the horizontal and vertical lines that a page draws: strokes, and areas so thin that they look like one. */
final class PdfRulings extends PDFGraphicsStreamEngine {

    /** The widest area that is a line, in points. */
    private static final double THIN = 3;

    /** A page with more lines is a drawing. */
    private static final int MOST = 3_000;

    private static final int MOST_POINTS = 100_000;

    private final ReadingBudget budget;
    private final PDRectangle box;
    private final List<RuledLine> rulings = new ArrayList<>();
    private final List<List<Point2D>> path = new ArrayList<>();
    private int drawn;

    private PdfRulings(PDPage page, ReadingBudget budget) {
        super(page);
        this.budget = budget;
        this.box = page.getCropBox();
    }

    /** The lines of the page; none of a page that is turned or that is a drawing. */
    static List<RuledLine> of(PDPage page, ReadingBudget budget) {
        if (page.getRotation() != 0) {
            return List.of();
        }
        PdfRulings rulings = new PdfRulings(page, budget);
        try {
            rulings.processPage(page);
        } catch (PlanRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A damaged drawing has no lines; the text of its page may be whole.
            return List.of();
        }
        return rulings.rulings.size() > MOST ? List.of() : List.copyOf(rulings.rulings);
    }

    /**
     * A line, in points from the left and the top edge of the page.
     *
     * @param horizontal from left to right, else from top to bottom
     * @param at its distance from the top, or from the left if it is vertical
     * @param from where it begins
     * @param to where it ends
     */
    record RuledLine(boolean horizontal, double at, double from, double to) {}

    @Override
    public void strokePath() {
        for (List<Point2D> points : path) {
            for (int i = 1; i < points.size(); i++) {
                add(points.subList(i - 1, i + 1));
            }
        }
        endPath();
    }

    @Override
    public void fillPath(int windingRule) {
        path.forEach(this::add);
        endPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        strokePath();
    }

    /** Adds these points if the smallest rectangle around them is thin. */
    private void add(List<Point2D> points) {
        if (points.size() < 2 || rulings.size() > MOST) {
            return;
        }
        Rectangle2D around =
                new Rectangle2D.Double(points.get(0).getX(), points.get(0).getY(), 0, 0);
        points.forEach(around::add);
        double top = box.getUpperRightY() - around.getMaxY();
        double left = around.getMinX() - box.getLowerLeftX();
        if (around.getHeight() <= THIN && around.getWidth() > THIN) {
            rulings.add(new RuledLine(true, top + around.getHeight() / 2, left, left + around.getWidth()));
        } else if (around.getWidth() <= THIN && around.getHeight() > THIN) {
            rulings.add(new RuledLine(false, left + around.getWidth() / 2, top, top + around.getHeight()));
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        begin(p0);
        extend(p1);
        extend(p2);
        extend(p3);
        extend(p0);
    }

    @Override
    public void moveTo(float x, float y) {
        begin(new Point2D.Float(x, y));
    }

    /** A path with too many points is a drawing: the rest of it is left out. */
    private void begin(Point2D point) {
        budget.checkTime();
        if (++drawn < MOST_POINTS) {
            path.add(new ArrayList<>(List.of(point)));
        }
    }

    private void extend(Point2D point) {
        if (!path.isEmpty() && ++drawn < MOST_POINTS) {
            path.get(path.size() - 1).add(point);
        }
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.isEmpty()) {
            moveTo(x, y);
        }
        extend(new Point2D.Float(x, y));
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        lineTo(x1, y1);
        lineTo(x2, y2);
        lineTo(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        List<Point2D> last = path.isEmpty() ? List.of() : path.get(path.size() - 1);
        return last.isEmpty() ? new Point2D.Float() : last.get(last.size() - 1);
    }

    @Override
    public void closePath() {
        if (!path.isEmpty()) {
            List<Point2D> last = path.get(path.size() - 1);
            last.add(last.get(0));
        }
    }

    @Override
    public void endPath() {
        drawn = 0;
        path.clear();
    }

    @Override
    public void clip(int windingRule) {
        // What is cut off is not read.
    }

    @Override
    public void drawImage(PDImage image) {
        // Images hold no lines.
    }

    @Override
    public void shadingFill(COSName shading) {
        // Shades hold no lines.
    }
}
