package org.convergence.plan.realisation.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.PartyUrls;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.AttachmentKind;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationSection;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.domain.RealisationAttachmentService;
import org.convergence.plan.realisation.domain.RealisationAttachmentService.AttachedFile;
import org.convergence.plan.realisation.domain.RealisationQueries;
import org.convergence.plan.realisation.domain.RealisationQueries.FullRealisation;
import org.convergence.plan.realisation.domain.RealisationQueries.RealisationRights;
import org.convergence.plan.realisation.domain.RealisationQueries.ServedPlan;
import org.convergence.plan.realisation.web.RealisationPage.RealisationFilesPart;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Assembles the page of a realisation. */
@Component
class RealisationPageAssembler {

    private final RealisationQueries realisations;
    private final OrganisationSettings settings;
    private final List<RealisationSection> sections;
    private final RealisationAttachmentService attachments;

    RealisationPageAssembler(
            RealisationQueries realisations,
            OrganisationSettings settings,
            List<RealisationSection> sections,
            RealisationAttachmentService attachments) {
        this.realisations = realisations;
        this.settings = settings;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(RealisationSection::order))
                .toList();
        this.attachments = attachments;
    }

    RealisationPage assemble(RealisationId id, Words t) {
        FullRealisation it = realisations.findById(id);
        String narrative = it.telling().narrative();
        var source = it.source();
        return new RealisationPage(
                id.value(),
                it.happening().title(),
                RealisationFormatter.tone(it.state()),
                t.say(it.state().key()),
                t.ago(it.happening().when().to(), settings.today()),
                it.state() == RealisationState.WITHDRAWN ? Objects.requireNonNullElse(it.withdrawnReason(), "") : null,
                RealisationFormatter.facts(it.happening(), it.amounts(), it.worked(), t),
                realisations.served(it).stream()
                        .map(RealisationPageAssembler::served)
                        .toList(),
                realisations.organisations(it).stream()
                        .map(each -> new RealisationPage.OrganisationPageLink(each.name(), PartyUrls.of(each.id())))
                        .toList(),
                narrative.isBlank() ? null : Markdown.toHtml(narrative, 2),
                it.telling().links(),
                source == null ? null : new RealisationPage.RealisationSourceLink(source.url()),
                sections(it, t),
                files(it.id(), actions(it).corrects(), t),
                actions(it),
                ChangeHistory.of(realisations.changes(id), "realisation", t, RealisationFormatter.valueNames(t)));
    }

    private List<RealisationSection.RealisationSectionContent> sections(FullRealisation it, Words t) {
        return it.state() == RealisationState.WITHDRAWN
                ? List.of()
                : sections.stream()
                        .filter(section -> CurrentActor.get().may(section.permission()))
                        .flatMap(section -> section.show(it.id(), it.telling().actions(), t).stream())
                        .toList();
    }

    private RealisationPage.RealisationActions actions(FullRealisation it) {
        RealisationRights rights = realisations.rights(it.id());
        boolean gone = it.state() == RealisationState.WITHDRAWN;
        boolean ours = it.source() == null;
        return new RealisationPage.RealisationActions(
                rights.correct() && ours && it.state() == RealisationState.PLANNED,
                rights.correct() && !gone,
                CurrentActor.get().may(RealisationPermissions.RECORD),
                rights.correct() && ours && !gone,
                rights.correct() && ours && gone);
    }

    private static RealisationPage.ServedPlanLines served(ServedPlan of) {
        List<RealisationPage.ServedLine> lines =
                of.lines().stream().map(RealisationPageAssembler::line).toList();
        return new RealisationPage.ServedPlanLines(
                of.plan().title(), "/plan/actionplan/" + of.plan().id().value(), lines);
    }

    private static RealisationPage.ServedLine line(PlanLine line) {
        return new RealisationPage.ServedLine(
                line.label(),
                line.meansTitle(),
                "/plan/actionplan/action/" + line.id().value());
    }

    /** @param mayChange whether the actor may attach and describe */
    RealisationFilesPart files(RealisationId id, boolean mayChange, Words t) {
        List<RealisationFilesPart.ShownFile> photographs = new ArrayList<>();
        List<RealisationFilesPart.ShownFile> papers = new ArrayList<>();
        for (AttachedFile each : attachments.findByRealisation(id)) {
            boolean photograph = each.kind() == AttachmentKind.PHOTOGRAPH;
            (photograph ? photographs : papers).add(shown(each, mayChange, t));
        }
        return new RealisationFilesPart(photographs, papers, mayChange ? filesUrl(id) : null);
    }

    private static RealisationFilesPart.ShownFile shown(AttachedFile it, boolean mayChange, Words t) {
        boolean photograph = it.kind() == AttachmentKind.PHOTOGRAPH;
        return new RealisationFilesPart.ShownFile(
                it.document(),
                it.caption(),
                alternative(it, t),
                photograph
                        ? t.say("realisation.publish." + (it.publishable() ? "yes" : "internal"))
                        : t.say("realisation.attachment.kind", it.kind().name()),
                it.readable(),
                mayChange
                        ? filesUrl(it.realisation()) + "/" + it.document().id().value()
                        : null);
    }

    /** The text alternative; by default, that it is a photograph. */
    private static String alternative(AttachedFile it, Words t) {
        if (!it.alternative().isEmpty()) {
            return it.alternative();
        }
        return it.caption().isEmpty()
                ? t.say("realisation.attachment.kind", it.kind().name())
                : it.caption();
    }

    static String filesUrl(RealisationId id) {
        return RealisationPage.url(id, "/documents");
    }
}
