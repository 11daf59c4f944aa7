package org.convergence.platform.rendering;

import java.util.List;

/**
 * A part of a paper.
 *
 * @param heading its title
 * @param blocks what stands under the title
 * @param sections its own parts, below
 */
public record Section(String heading, List<Block> blocks, List<Section> sections) {

    /** Makes the lists its own. */
    public Section {
        blocks = List.copyOf(blocks);
        sections = List.copyOf(sections);
    }

    /** A section without parts. */
    public static Section of(String heading, List<Block> blocks) {
        return new Section(heading, blocks, List.of());
    }
}
