package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.realisation.RealisationFigures;
import org.convergence.plan.realisation.domain.RealisationListQueries.RealisationRow;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Realisations on another page: of a line of the plan, of an organisation.
 *
 * @param figures their totals, formatted; {@code null} if there are none
 * @param rows the latest
 * @param all the address of the whole list; {@code null} if these are all
 * @param add the address to record another one; {@code null} without permission
 */
public record RealisationSummaryPart(
        @Nullable String figures,
        List<RealisationListPage.RealisationListRow> rows,
        @Nullable String all,
        @Nullable String add) {

    /** Number of rows shown. */
    static final int SHOWN = 6;

    static RealisationSummaryPart of(
            List<RealisationRow> latest, RealisationFigures figures, String all, @Nullable String add, Words t) {
        boolean more = latest.size() > SHOWN;
        return new RealisationSummaryPart(
                figures.realisations() == 0 ? null : figures(figures, t),
                latest.stream()
                        .limit(SHOWN)
                        .map(line -> RealisationListPage.RealisationListRow.of(line, t))
                        .toList(),
                more ? all : null,
                add);
    }

    /** « 12 réalisations · 310 participations : 180 femmes … · 14 organisations ». */
    private static String figures(RealisationFigures figures, Words t) {
        List<String> parts = new ArrayList<>(List.of(t.say("realisation.figures.done", figures.realisations())));
        if (figures.participations().total() > 0) {
            parts.add(
                    t.say("realisation.participations", figures.participations().total()));
        }
        if (figures.organisations() > 0) {
            parts.add(t.say("realisation.figures.organisations", figures.organisations()));
        }
        if (figures.copies() > 0) {
            parts.add(t.say("realisation.figures.copies", figures.copies()));
        }
        return String.join(" · ", parts);
    }
}
