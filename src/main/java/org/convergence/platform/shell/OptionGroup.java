package org.convergence.platform.shell;

import java.util.List;

/**
 * Choices of a form that belong together, under a heading in the list.
 *
 * @param label the heading; empty for choices that stand before all groups
 */
public record OptionGroup(String label, List<Option> options) {

    public OptionGroup {
        options = List.copyOf(options);
    }
}
