package org.convergence.plan.reading.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convergence.plan.reading.domain.outline.Block;
import org.convergence.plan.reading.domain.outline.Mark;
import org.convergence.plan.reading.domain.outline.Node;
import org.convergence.plan.reading.domain.outline.Warning;

/** Warns about codes that are missing in their series or repeated; never changes a code. */
final class CodeCheck {

    private final List<Warning> warnings;

    CodeCheck(List<Warning> warnings) {
        this.warnings = warnings;
    }

    /** Checks the codes of sibling lines. */
    void look(List<Node> lines) {
        Set<String> seen = new HashSet<>();
        int last = 0;
        for (Node line : lines) {
            Block block = line.block();
            Mark mark = block.mark();
            String code = mark.code();
            if (code == null || mark.isItem()) {
                continue;
            }
            if (!seen.add(code)) {
                warnings.add(new Warning(Warning.Kind.CODE_REPEATED, code, block.at()));
            } else if (last > 0 && mark.ordinal() > last + 1) {
                warnings.add(new Warning(Warning.Kind.CODE_SKIPPED, code, block.at()));
            }
            last = mark.ordinal();
        }
    }
}
