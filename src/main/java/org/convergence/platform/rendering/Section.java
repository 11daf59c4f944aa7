package org.convergence.platform.rendering;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A section of a paper.
 *
 * @param heading its title; empty for the text of a paper that has no other part
 * @param blocks its content before the subsections
 * @param sections its subsections
 */
public record Section(String heading, List<Block> blocks, List<Section> sections) {

    /** Copies the lists. */
    public Section {
        blocks = List.copyOf(blocks);
        sections = List.copyOf(sections);
    }

    /** The sections that have something to read, at every level. */
    public static List<Section> withoutEmpty(List<Section> all) {
        return all.stream()
                .map(each -> new Section(each.heading(), each.blocks(), withoutEmpty(each.sections())))
                .filter(each ->
                        !each.sections().isEmpty() || each.blocks().stream().anyMatch(Section::tells))
                .toList();
    }

    static List<Section> withoutFigureSources(List<Section> all) {
        return map(all, block -> block instanceof Block.Figures figures ? figures.withoutSources() : block);
    }

    /** The sections with each of their blocks replaced. */
    static List<Section> map(List<Section> all, UnaryOperator<Block> change) {
        return all.stream()
                .map(each -> new Section(
                        each.heading(), each.blocks().stream().map(change).toList(), map(each.sections(), change)))
                .toList();
    }

    /** Whether a block is more than a title, an empty table or an empty list. */
    private static boolean tells(Block block) {
        if (block instanceof Block.Table table) {
            return !table.rows().isEmpty();
        }
        if (block instanceof Block.ItemList list) {
            return !list.items().isEmpty();
        }
        return !(block instanceof Block.Subheading) && !(block instanceof Block.PageBreak);
    }

    /** A section without subsections. */
    public static Section of(String heading, List<Block> blocks) {
        return new Section(heading, blocks, List.of());
    }
}
