package org.convergence.platform.rendering;

import java.util.List;

/**
 * A section of a paper.
 *
 * @param heading its title
 * @param blocks its content before the subsections
 * @param sections its subsections
 */
public record Section(String heading, List<Block> blocks, List<Section> sections) {

    /** Copies the lists. */
    public Section {
        blocks = List.copyOf(blocks);
        sections = List.copyOf(sections);
    }

    /** A section without subsections. */
    public static Section of(String heading, List<Block> blocks) {
        return new Section(heading, blocks, List.of());
    }
}
