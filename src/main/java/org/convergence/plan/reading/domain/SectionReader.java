package org.convergence.plan.reading.domain;

import org.convergence.plan.reading.domain.outline.Block;
import org.convergence.plan.reading.domain.outline.Mark.Kind;
import org.convergence.plan.reading.domain.outline.PartOfPlan;
import org.convergence.plan.reading.domain.text.Position;

/** Converts a part of the plan outside its objectives to a section. */
final class SectionReader {

    ReadSection read(PartOfPlan part) {
        StringBuilder text = new StringBuilder();
        boolean inList = false;
        for (Block block : part.blocks()) {
            boolean item = block.mark().isItem() || block.mark().is(Kind.NUMBER);
            if (!text.isEmpty()) {
                text.append(item && inList ? "\n" : "\n\n");
            }
            text.append(block.whole());
            inList = item;
        }
        Block heading = part.heading();
        Position at = heading != null ? heading.at() : part.blocks().get(0).at();
        return new ReadSection(part.kind(), heading == null ? "" : heading.titleWithoutMarkup(), text.toString(), at);
    }
}
