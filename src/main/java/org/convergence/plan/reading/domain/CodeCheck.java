package org.convergence.plan.reading.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.convergence.plan.reading.domain.outline.LineMark;
import org.convergence.plan.reading.domain.outline.OutlineNode;
import org.convergence.plan.reading.domain.outline.ReadingWarning;
import org.convergence.plan.reading.domain.outline.TextBlock;

/** Warns about codes that are missing in their series or repeated; never changes a code. */
final class CodeCheck {

    private final List<ReadingWarning> warnings;

    CodeCheck(List<ReadingWarning> warnings) {
        this.warnings = warnings;
    }

    /** Checks the codes of sibling lines. */
    void check(List<OutlineNode> lines) {
        Set<String> seen = new HashSet<>();
        int last = 0;
        for (OutlineNode line : lines) {
            TextBlock block = line.block();
            LineMark mark = block.mark();
            String code = mark.code();
            if (code == null || mark.isItem()) {
                continue;
            }
            if (!seen.add(code)) {
                warnings.add(new ReadingWarning(ReadingWarning.ReadingWarningKind.CODE_REPEATED, code, block.at()));
            } else if (last > 0 && mark.ordinal() > last + 1) {
                warnings.add(new ReadingWarning(ReadingWarning.ReadingWarningKind.CODE_SKIPPED, code, block.at()));
            }
            last = mark.ordinal();
        }
    }
}
