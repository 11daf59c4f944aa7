package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;

/** A line of the plan with its content, in the order of the file: paragraphs and lines of the next level. */
public final class Node {

    /** One piece of content: a paragraph or a line. */
    public sealed interface Part permits Paragraph, Child {}

    /** A paragraph under a line. */
    public record Paragraph(Block block) implements Part {}

    /** A line of the next level. */
    public record Child(Node node) implements Part {}

    private final Block block;
    private final List<Part> parts = new ArrayList<>();
    private final List<Block> labels = new ArrayList<>();
    private final List<Block.Value> values = new ArrayList<>();

    Node(Block block) {
        this.block = block;
        this.values.addAll(block.values());
    }

    public Block block() {
        return block;
    }

    public List<Part> parts() {
        return List.copyOf(parts);
    }

    public List<Node> children() {
        List<Node> children = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Child child) {
                children.add(child.node());
            }
        }
        return children;
    }

    public List<Block> paragraphs() {
        List<Block> paragraphs = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Paragraph paragraph) {
                paragraphs.add(paragraph.block());
            }
        }
        return paragraphs;
    }

    /** The captions inside it that only announce what follows. */
    public List<Block> labels() {
        return List.copyOf(labels);
    }

    /** The values given by columns and captions, such as responsible and due date. */
    public List<Block.Value> values() {
        return List.copyOf(values);
    }

    /** Whether at least its last two lines have no value. */
    boolean endsWithBareLines() {
        int bare = 0;
        for (int i = parts.size() - 1; i >= 0 && bare < 2; i--) {
            if (parts.get(i) instanceof Child child) {
                if (!child.node().values.isEmpty()) {
                    return false;
                }
                bare++;
            }
        }
        return bare == 2;
    }

    void add(Node child) {
        parts.add(new Child(child));
    }

    void addParagraph(Block paragraph) {
        parts.add(new Paragraph(paragraph));
    }

    void addLabel(Block label) {
        labels.add(label);
    }

    void addValue(Block.Value value) {
        values.add(value);
    }
}
