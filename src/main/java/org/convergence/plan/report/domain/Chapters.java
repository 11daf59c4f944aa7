package org.convergence.plan.report.domain;

import java.util.List;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/** The chapters of the report to one audience. */
public interface Chapters {

    /** All chapters, in order. */
    List<Section> whole(Contents contents, Words t, PaperMaker.Pictures pictures);

    /** The overview. */
    List<Section> overview(Contents contents, Words t);
}
