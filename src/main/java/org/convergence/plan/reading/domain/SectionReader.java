package org.convergence.plan.reading.domain;

import org.convergence.plan.reading.domain.outline.LineMark.LineMarkKind;
import org.convergence.plan.reading.domain.outline.OutlinePart;
import org.convergence.plan.reading.domain.outline.TextBlock;
import org.convergence.plan.reading.domain.text.FilePosition;

/** Converts a part of the plan outside its objectives to a section. */
final class SectionReader {

    ReadSection read(OutlinePart part) {
        StringBuilder text = new StringBuilder();
        boolean inList = false;
        for (TextBlock block : part.blocks()) {
            boolean item = block.mark().isItem() || block.mark().hasKind(LineMarkKind.NUMBER);
            if (!text.isEmpty()) {
                text.append(item && inList ? "\n" : "\n\n");
            }
            text.append(block.fullText());
            inList = item;
        }
        TextBlock heading = part.heading();
        FilePosition at = heading != null ? heading.at() : part.blocks().get(0).at();
        return new ReadSection(part.kind(), heading == null ? "" : heading.titleWithoutMarkup(), text.toString(), at);
    }
}
