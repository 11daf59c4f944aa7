package org.convergence.platform.chart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.platform.chart.Canvas.DrawingShape.TextAnchor;
import org.convergence.platform.text.Words;

/**
 * Boxes that follow from one another: a column for each level, lines from each box to the box above it.
 *
 * @param title what is drawn
 * @param levels the names of the levels, the highest first
 * @param nodes each after the node from which it follows
 */
public record TreeChart(String title, List<String> levels, List<TreeNode> nodes) implements Chart {

    private static final double BOX = 184;
    private static final double GAP = 28;
    private static final double TOP = 30;
    private static final double LINE = 15;
    private static final int MOST_LINES = 7;

    /**
     * A box.
     *
     * @param level position among the levels
     * @param parent position among the nodes; −1 for none
     */
    public record TreeNode(String label, int level, int parent) {}

    /** Copies the lists. */
    public TreeChart {
        levels = List.copyOf(levels);
        nodes = List.copyOf(nodes);
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).parent() >= i) {
                throw new IllegalArgumentException("a node follows the one from which it follows");
            }
        }
    }

    private static double left(TreeNode node) {
        return node.level() * (BOX + GAP);
    }

    @Override
    public Drawing draw(Words words) {
        Canvas canvas = new Canvas();
        int width = (int) (levels.size() * (BOX + GAP) - GAP);
        for (int i = 0; i < levels.size(); i++) {
            String name = ChartFont.forWeight(true).shortenToWidth(levels.get(i), Canvas.LETTERS, BOX);
            canvas.text(i * (BOX + GAP), 14, Canvas.LETTERS, TextAnchor.START, true, ChartColour.MUTED, name);
        }
        List<List<String>> lines =
                nodes.stream().map(node -> wrap(node.label())).toList();
        Map<Integer, Double> tops = new HashMap<>();
        double bottom = TOP;
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).parent() < 0) {
                bottom = place(i, bottom, lines, tops);
            }
        }
        for (int i = 0; i < nodes.size(); i++) {
            box(canvas, i, lines, tops);
        }
        FigureTable table = new FigureTable(
                List.of(words.say("chart.level"), words.say("chart.statement"), words.say("chart.parent")),
                nodes.stream()
                        .map(node -> List.of(
                                levels.get(node.level()),
                                node.label(),
                                node.parent() < 0
                                        ? ""
                                        : nodes.get(node.parent()).label()))
                        .toList());
        return canvas.finish(title, width, bottom, table, words);
    }

    /** Places a node beside its children, one below the other; returns where the next one may begin. */
    private double place(int node, double top, List<List<String>> lines, Map<Integer, Double> tops) {
        double bottom = top;
        for (int i = node + 1; i < nodes.size(); i++) {
            if (nodes.get(i).parent() == node) {
                bottom = place(i, bottom, lines, tops);
            }
        }
        double own = height(lines.get(node)) + 12;
        tops.put(node, bottom - top > own ? top + (bottom - top - own) / 2 : top);
        return Math.max(bottom, top + own);
    }

    private static double height(List<String> lines) {
        return lines.size() * LINE + 12;
    }

    private void box(Canvas canvas, int at, List<List<String>> lines, Map<Integer, Double> tops) {
        TreeNode node = nodes.get(at);
        double x = left(node);
        double y = tops.getOrDefault(at, TOP);
        double tall = height(lines.get(at));
        if (node.parent() >= 0) {
            TreeNode parent = nodes.get(node.parent());
            double from = tops.getOrDefault(node.parent(), TOP) + height(lines.get(node.parent())) / 2;
            double to = y + tall / 2;
            // Beside the parent: no box of a level in between stands at the height of the child.
            double bend = left(parent) + BOX + GAP / 2;
            canvas.line(left(parent) + BOX, from, bend, from, 1.5, ChartColour.MUTED);
            canvas.line(bend, from, bend, to, 1.5, ChartColour.MUTED);
            canvas.line(bend, to, x, to, 1.5, ChartColour.MUTED);
        }
        canvas.box(x, y, BOX, tall, ChartColour.SURFACE, 1, node.label());
        canvas.frame(x, y, BOX, tall, node.level() == 0 ? ChartColour.BLUE : ChartColour.MUTED);
        for (int i = 0; i < lines.get(at).size(); i++) {
            canvas.text(
                    x + 8,
                    y + 18 + i * LINE,
                    Canvas.SMALL,
                    TextAnchor.START,
                    false,
                    ChartColour.INK,
                    lines.get(at).get(i));
        }
    }

    /** The lines of a label that fit into a box; the last one is shortened. */
    private static List<String> wrap(String label) {
        ChartFont font = ChartFont.forWeight(false);
        double room = (BOX - 16) / 1.12;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : label.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.width(longer, Canvas.SMALL) > room && lines.size() < MOST_LINES - 1) {
                lines.add(font.shortenToWidth(line.toString(), Canvas.SMALL, room));
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(longer);
            }
        }
        lines.add(font.shortenToWidth(line.toString(), Canvas.SMALL, room));
        return lines;
    }
}
