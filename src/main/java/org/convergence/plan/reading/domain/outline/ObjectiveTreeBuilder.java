package org.convergence.plan.reading.domain.outline;

import java.util.ArrayList;
import java.util.List;

/** Builds the lines under one objective: finds the parent of each block. */
final class ObjectiveTreeBuilder {

    private final OutlineNode root;
    private final List<OutlineNode> open = new ArrayList<>();

    ObjectiveTreeBuilder(OutlineNode root) {
        this.root = root;
        open.add(root);
    }

    /**
     * Adds the next block.
     *
     * @param overList the block after it begins a list, so that this one is a title
     */
    void add(TextBlock block, boolean overList) {
        LineMark mark = block.mark();
        switch (mark.kind()) {
            case LABEL -> {
                popItems();
                top().addLabel(block);
            }
            case ATTRIBUTE -> {
                PlanTableColumn column = PlanTableColumn.valueOf(mark.key().substring(2));
                if (isOfWholeList(block)) {
                    popItems();
                }
                top().addValue(new TextBlock.BlockValue(column, mark.written(), block.text(), true));
            }
            case NONE -> paragraph(block);
            case TITLE -> {
                boolean plain = mark.key().equals("T:plain");
                boolean fits =
                        container() == root || container().block().mark().key().equals(mark.key());
                if (mark.depth() > 0 || (plain ? fits : overList)) {
                    place(block);
                } else {
                    paragraph(block);
                }
            }
            default -> place(block);
        }
    }

    /** A value after several bare items, not indented under the last one, belongs to all of them. */
    private boolean isOfWholeList(TextBlock block) {
        OutlineNode item = top();
        return item.block().mark().isItem()
                && block.look().indent() < item.block().look().indent() + 2
                && open.get(open.size() - 2).endsWithBareLines();
    }

    private OutlineNode top() {
        return open.get(open.size() - 1);
    }

    private OutlineNode container() {
        int i = open.size() - 1;
        while (i > 0 && open.get(i).block().mark().isItem()) {
            i--;
        }
        return open.get(i);
    }

    private void popItems() {
        while (open.size() > 1 && top().block().mark().isItem()) {
            open.remove(open.size() - 1);
        }
    }

    /** A paragraph indented under an item belongs to it; any other to the title above the list or the table. */
    private void paragraph(TextBlock block) {
        boolean inset = top().block().mark().isItem()
                && block.look().indent() >= top().block().look().indent() + 2;
        if (!inset) {
            popItems();
        }
        while (block.cell() == null && open.size() > 1 && top().block().cell() != null) {
            open.remove(open.size() - 1);
        }
        top().addParagraph(block);
    }

    private void place(TextBlock block) {
        int known = lastWithKey(block.mark().key());
        while (open.size() > 1) {
            int depth = BlockDepth.compare(block, top().block());
            boolean up = depth <= 0 || (depth == BlockDepth.UNKNOWN && known >= 0 && known < open.size());
            if (!up) {
                break;
            }
            open.remove(open.size() - 1);
            if (depth == 0) {
                break;
            }
        }
        OutlineNode node = new OutlineNode(block);
        top().add(node);
        open.add(node);
    }

    private int lastWithKey(String key) {
        for (int i = open.size() - 1; i > 0; i--) {
            if (open.get(i).block().mark().key().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
