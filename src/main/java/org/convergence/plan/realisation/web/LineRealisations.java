package org.convergence.plan.realisation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.plan.actionplan.LineSection;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.Figures;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationList;
import org.convergence.plan.realisation.domain.RealisationList.Line;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Parts;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was done for a line of the plan, on its page: figures, the latest, and « C'est fait ». */
@Component
class LineRealisations implements LineSection {

    private static final int SHOWN = 6;
    private static final LocalDate EVER = LocalDate.of(1800, 1, 1);
    private static final LocalDate STILL = LocalDate.of(2200, 12, 31);

    private final RealisationList list;
    private final RealisationFacts facts;
    private final Parts parts;

    LineRealisations(RealisationList list, RealisationFacts facts, Parts parts) {
        this.list = list;
        this.facts = facts;
        this.parts = parts;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String permission() {
        return RealisationPermissions.READ;
    }

    @Override
    public Optional<Section> show(PlanLine line, Words t) {
        var filter = new RealisationFilter("", null, null, line.id(), null, null, null, null, null);
        String id = line.id().value().toString();
        boolean records = CurrentActor.get().may(RealisationPermissions.RECORD) && !line.dropped();
        LinePart part = part(
                list.latest(filter, SHOWN + 1),
                facts.figures(FactsQuery.of(EVER, STILL).serving(line.id())),
                RealisationPage.LIST + "?action=" + id,
                records ? RealisationPage.LIST + "/new?action=" + id + "&from=/plan/actionplan/action/" + id : null,
                t);
        return Optional.of(new Section(t.say("realisation.list"), parts.of("plan/realisation/line-part", t, part)));
    }

    static LinePart part(List<Line> latest, Figures figures, String all, @Nullable String add, Words t) {
        boolean more = latest.size() > SHOWN;
        return new LinePart(
                figures.realisations() == 0 ? null : figures(figures, t),
                latest.stream().limit(SHOWN).map(line -> ListPages.row(line, t)).toList(),
                more ? all : null,
                add);
    }

    /** « 12 réalisations · 310 participations : 180 femmes … · 14 organisations · 36 h (estimation) ». */
    private static String figures(Figures figures, Words t) {
        List<String> parts = new ArrayList<>(List.of(t.say("realisation.figures.done", figures.realisations())));
        if (figures.participations().total() > 0) {
            parts.add(
                    t.say("realisation.participations", figures.participations().total()));
        }
        if (figures.organisations() > 0) {
            parts.add(t.say("realisation.figures.organisations", figures.organisations()));
        }
        if (figures.hours().signum() > 0) {
            parts.add(t.say("realisation.hours", t.hours(figures.hours())));
        }
        if (figures.copies() > 0) {
            parts.add(t.say("realisation.figures.copies", figures.copies()));
        }
        return String.join(" · ", parts);
    }
}
