package org.convergence.resources.delegation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.convergence.resources.delegation.domain.StepTable.BylawLine;
import org.convergence.resources.delegation.domain.StepTable.DelegationStep;
import org.convergence.resources.delegation.domain.StepTable.StepTableFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tables of delegates and votes by headcount. */
class StepTableTest {

    @Test
    void findsTheLineOfAHeadcount() {
        StepTable table = StepTable.fromLines(List.of(line(1, 100, 1, 1), line(101, 500, 2, 2), line(501, null, 4, 3)));
        assertThat(table.lineFor(0).delegates()).as("a headcount of zero").isEqualTo(1);
        assertThat(table.lineFor(100).votes()).isEqualTo(1);
        assertThat(table.lineFor(101)).isEqualTo(line(101, 500, 2, 2));
        assertThat(table.lineFor(500).delegates()).isEqualTo(2);
        assertThat(table.lineFor(501)).isEqualTo(line(501, null, 4, 3));
        assertThat(table.lineFor(10_000_000).votes()).isEqualTo(3);
    }

    @Test
    void reportsAGapWithItsBounds() {
        assertThat(fault(line(0, 100, 1, 1), line(201, null, 2, 2)))
                .contains(new StepTableFault("delegation.refused.hole", 101, 200));
        assertThat(fault(line(50, null, 1, 1))).contains(new StepTableFault("delegation.refused.hole", 0, 49));
        assertThat(fault(line(0, 100, 1, 1), line(101, 500, 2, 2)))
                .contains(new StepTableFault("delegation.refused.ends", 501, 500));
    }

    @Test
    void reportsAnOverlapWithItsBounds() {
        assertThat(fault(line(0, 100, 1, 1), line(80, null, 2, 2)))
                .contains(new StepTableFault("delegation.refused.overlap", 80, 100));
        assertThat(fault(line(0, null, 1, 1), line(0, null, 2, 2)))
                .contains(new StepTableFault("delegation.refused.overlap", 0, 0));
        assertThat(fault(line(0, 100, 1, 1), line(101, 90, 2, 2), line(120, null, 3, 3)))
                .contains(new StepTableFault("delegation.refused.backwards", 101, 90));
    }

    @Test
    void acceptsUnorderedLinesWithoutEnds() {
        assertThat(fault(line(101, null, 2, 2), line(1, null, 1, 1))).isEmpty();
        assertThat(StepTable.fromLines(List.of(line(101, null, 2, 2), line(1, null, 1, 1)))
                        .steps())
                .containsExactly(new DelegationStep(0, 1, 1), new DelegationStep(101, 2, 2));
    }

    @Property
    void everyHeadcountMatchesExactlyOneLine(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 500) Integer> widths,
            @ForAll @IntRange(min = 0, max = 5000) int headcount) {
        List<BylawLine> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < widths.size(); i++) {
            int next = from + widths.get(i);
            lines.add(line(from, i + 1 == widths.size() ? null : next - 1, i, i));
            from = next;
        }
        assertThat(StepTable.findFault(lines)).isEmpty();
        BylawLine reached = StepTable.fromLines(lines).lineFor(headcount);
        assertThat(lines.stream()
                        .filter(it -> it.from() <= headcount && (it.to() == null || headcount <= it.to()))
                        .toList())
                .containsExactly(reached);
    }

    private static Optional<StepTableFault> fault(BylawLine... lines) {
        return StepTable.findFault(List.of(lines));
    }

    private static BylawLine line(int from, @Nullable Integer to, int delegates, int votes) {
        return new BylawLine(from, to, delegates, votes);
    }
}
