package org.convergence.plan.realisation.web;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.PartyPage;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationSection;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationReading;
import org.convergence.plan.realisation.domain.RealisationReading.Rights;
import org.convergence.plan.realisation.domain.RealisationReading.Served;
import org.convergence.plan.realisation.domain.RealisationReading.Whole;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.History;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Assembles the page of a realisation. */
@Component
class RealisationPages {

    private final RealisationReading reading;
    private final FilesParts files;
    private final OrganisationSettings settings;
    private final List<RealisationSection> sections;

    RealisationPages(
            RealisationReading reading,
            FilesParts files,
            OrganisationSettings settings,
            List<RealisationSection> sections) {
        this.reading = reading;
        this.files = files;
        this.settings = settings;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(RealisationSection::order))
                .toList();
    }

    RealisationPage of(RealisationId id, Words t) {
        Whole it = reading.one(id);
        String narrative = it.telling().narrative();
        var source = it.source();
        return new RealisationPage(
                id.value(),
                it.happening().title(),
                Saying.tone(it.state()),
                t.say(it.state().key()),
                t.ago(it.happening().when().to(), settings.today()),
                it.state() == RealisationState.WITHDRAWN ? Objects.requireNonNullElse(it.withdrawnReason(), "") : null,
                Saying.facts(it.happening(), it.amounts(), it.worked(), t),
                reading.served(it).stream().map(RealisationPages::served).toList(),
                reading.organisations(it).stream()
                        .map(each -> new RealisationPage.Link(each.name(), PartyPage.of(each.id())))
                        .toList(),
                narrative.isBlank() ? null : Markdown.toHtml(narrative, 2),
                it.telling().links(),
                source == null ? null : new RealisationPage.Elsewhere(source.url()),
                sections(it, t),
                files.of(it.id(), gestures(it).corrects(), t),
                gestures(it),
                History.of(reading.changes(id), "realisation", t, Saying.named(t)));
    }

    private List<RealisationSection.Section> sections(Whole it, Words t) {
        return it.state() == RealisationState.WITHDRAWN
                ? List.of()
                : sections.stream()
                        .filter(section -> CurrentActor.get().may(section.permission()))
                        .flatMap(section -> section.show(it.id(), it.telling().actions(), t).stream())
                        .toList();
    }

    private RealisationPage.Gestures gestures(Whole it) {
        Rights rights = reading.rights(it.id());
        boolean gone = it.state() == RealisationState.WITHDRAWN;
        boolean ours = it.source() == null;
        return new RealisationPage.Gestures(
                rights.correct() && ours && it.state() == RealisationState.PLANNED,
                rights.correct() && !gone,
                CurrentActor.get().may(RealisationPermissions.RECORD),
                rights.correct() && ours && !gone,
                rights.correct() && ours && gone);
    }

    private static RealisationPage.Served served(Served of) {
        List<RealisationPage.Line> lines =
                of.lines().stream().map(RealisationPages::line).toList();
        return new RealisationPage.Served(
                of.plan().title(), "/plan/actionplan/" + of.plan().id().value(), lines);
    }

    private static RealisationPage.Line line(PlanLine line) {
        return new RealisationPage.Line(
                line.label(),
                line.meansTitle(),
                "/plan/actionplan/action/" + line.id().value());
    }
}
