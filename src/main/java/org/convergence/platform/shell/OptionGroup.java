package org.convergence.platform.shell;

import java.util.List;

/**
 * Options of a form under a common heading.
 *
 * @param label the heading; empty for options before all groups
 */
public record OptionGroup(String label, List<Option> options) {

    public OptionGroup {
        options = List.copyOf(options);
    }
}
