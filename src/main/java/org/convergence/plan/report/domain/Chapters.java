package org.convergence.plan.report.domain;

import java.util.List;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/** How the report to one audience reads. */
public interface Chapters {

    /** All that it says, from the first word to the last. */
    List<Section> whole(Contents contents, Words t, PaperMaker.Pictures pictures);

    /** What one sees of it at a glance. */
    List<Section> overview(Contents contents, Words t);
}
