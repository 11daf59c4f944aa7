package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;

/** A line of the plan with its content, in the order of the file: paragraphs and lines of the next level. */
public final class OutlineNode {

    /** One piece of content: a paragraph or a line. */
    public sealed interface NodePart permits ParagraphPart, ChildPart {}

    /** A paragraph under a line. */
    public record ParagraphPart(TextBlock block) implements NodePart {}

    /** A line of the next level. */
    public record ChildPart(OutlineNode node) implements NodePart {}

    private final TextBlock block;
    private final List<NodePart> parts = new ArrayList<>();
    private final List<TextBlock> labels = new ArrayList<>();
    private final List<TextBlock.BlockValue> values = new ArrayList<>();

    OutlineNode(TextBlock block) {
        this.block = block;
        this.values.addAll(block.values());
    }

    public TextBlock block() {
        return block;
    }

    public List<NodePart> parts() {
        return List.copyOf(parts);
    }

    public List<OutlineNode> children() {
        List<OutlineNode> children = new ArrayList<>();
        for (NodePart part : parts) {
            if (part instanceof ChildPart child) {
                children.add(child.node());
            }
        }
        return children;
    }

    public List<TextBlock> paragraphs() {
        List<TextBlock> paragraphs = new ArrayList<>();
        for (NodePart part : parts) {
            if (part instanceof ParagraphPart paragraph) {
                paragraphs.add(paragraph.block());
            }
        }
        return paragraphs;
    }

    /** The captions inside it that only announce what follows. */
    public List<TextBlock> labels() {
        return List.copyOf(labels);
    }

    /** The values given by columns and captions, such as responsible and due date. */
    public List<TextBlock.BlockValue> values() {
        return List.copyOf(values);
    }

    /** Whether at least its last two lines have no value. */
    boolean endsWithBareLines() {
        int bare = 0;
        for (int i = parts.size() - 1; i >= 0 && bare < 2; i--) {
            if (parts.get(i) instanceof ChildPart child) {
                if (!child.node().values.isEmpty()) {
                    return false;
                }
                bare++;
            }
        }
        return bare == 2;
    }

    void add(OutlineNode child) {
        parts.add(new ChildPart(child));
    }

    void addParagraph(TextBlock paragraph) {
        parts.add(new ParagraphPart(paragraph));
    }

    void addLabel(TextBlock label) {
        labels.add(label);
    }

    void addValue(TextBlock.BlockValue value) {
        values.add(value);
    }
}
