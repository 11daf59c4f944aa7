package org.convergence.plan.report.domain;

import java.util.List;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;

/** The chapters of the report to one audience. */
public interface ReportChapters {

    /** All chapters, in order. */
    List<Section> allSections(ReportContents contents, Words t, ReportPaperAssembler.PictureSource pictures);

    /** The overview. */
    List<Section> overview(ReportContents contents, Words t);
}
