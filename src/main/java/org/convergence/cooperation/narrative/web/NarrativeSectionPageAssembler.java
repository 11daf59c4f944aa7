package org.convergence.cooperation.narrative.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.PartnerPages;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.domain.NarrativeFact;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactKind;
import org.convergence.cooperation.narrative.domain.NarrativeFact.InsertedFact;
import org.convergence.cooperation.narrative.domain.NarrativeFactQueries;
import org.convergence.cooperation.narrative.domain.NarrativeFactQueries.ReportableFacts;
import org.convergence.cooperation.narrative.domain.NarrativePassage;
import org.convergence.cooperation.narrative.domain.NarrativePassage.PassageStanding;
import org.convergence.cooperation.narrative.domain.NarrativePolicy;
import org.convergence.cooperation.narrative.domain.NarrativeQueries;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.cooperation.narrative.domain.NarrativeSection;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionId;
import org.convergence.cooperation.narrative.web.NarrativePage.FactGroup;
import org.convergence.cooperation.narrative.web.NarrativePage.FactsPage;
import org.convergence.cooperation.narrative.web.NarrativePage.InsertableFact;
import org.convergence.cooperation.narrative.web.NarrativePage.InsertedPart;
import org.convergence.cooperation.narrative.web.NarrativePage.LabelledLink;
import org.convergence.cooperation.narrative.web.NarrativePage.PassagePage;
import org.convergence.cooperation.narrative.web.NarrativePage.PassagePart;
import org.convergence.cooperation.narrative.web.NarrativePage.SectionPage;
import org.convergence.cooperation.project.ProjectEvidence;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.AnswerLimit;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the pages of a section and a passage, and the facts that can be inserted. */
@Component
record NarrativeSectionPageAssembler(
        NarrativeQueries queries,
        NarrativeFactQueries facts,
        ProjectEvidence projects,
        PartnerPages partners,
        PartyChooser chooser) {

    FactsPage assembleFacts(NarrativeRow row, ReportableFacts today, Set<String> inserted, Words t) {
        return new FactsPage(
                NarrativePage.url(row.id()),
                row.title(),
                Arrays.stream(FactKind.values())
                        .map(kind -> new FactGroup(
                                kind.name(),
                                t.say(kind.key()),
                                today.all().stream()
                                        .filter(each -> each.reference().kind() == kind)
                                        .map(each -> part(each, inserted, t))
                                        .toList()))
                        .filter(group -> !group.facts().isEmpty())
                        .toList(),
                today.silenced() == 0 ? null : t.say("narrative.facts.silenced", today.silenced()));
    }

    private static InsertableFact part(NarrativeFact it, Set<String> inserted, Words t) {
        List<String> warnings = new ArrayList<>();
        if (it.isUnexplained()) {
            warnings.add(t.say("narrative.fact.unexplained"));
        }
        if (!it.isApproved()) {
            warnings.add(t.say("narrative.fact.not-approved"));
        }
        it.claims().forEach(claim -> warnings.add(t.say("narrative.fact.claimed", claim.funder(), claim.filedOn())));
        return new InsertableFact(
                it.reference().key(),
                it.label(),
                it.text(),
                it.url(),
                warnings,
                inserted.contains(it.reference().key()),
                it.partner() != null);
    }

    SectionPage assemble(NarrativeSection it, Form form, @Nullable Conflict conflict, Words t) {
        NarrativeRow row = queries.findById(it.report());
        ReportableFacts today = facts.find(row);
        List<InsertedFact> inserted = facts.findInserted(row, today).stream()
                .filter(each -> each.insertion().section().equals(it.typedId()))
                .toList();
        List<NarrativePassage> passages = queries.findPassages(it.report());
        String body = form.value(NarrativeForm.BODY.name());
        AnswerLimit limit = it.content().limit();
        int beside = limit == null
                ? 0
                : limit.unit().count(NarrativePolicy.section(it, passages).text())
                        - limit.unit().count(it.content().body());
        return new SectionPage(
                NarrativePage.url(it.typedId()),
                NarrativePage.url(row.id()),
                row.title(),
                it.content().heading(),
                it.content().instruction(),
                limit == null
                        ? AnswerLimit.describe(body, null, t)
                        : t.number(limit.unit().count(body)),
                limit == null
                        ? null
                        : beside == 0
                                ? t.say(limit.unit().key() + ".count", limit.most())
                                : t.say(
                                        "narrative.count.beside",
                                        t.say(limit.unit().key() + ".count", limit.most() - beside),
                                        beside),
                limit == null ? null : limit.most() - beside,
                limit != null && limit.left(body) < beside,
                form,
                conflict,
                previous(it),
                assembleFacts(
                        row,
                        today,
                        inserted.stream()
                                .map(each -> each.insertion().fact().key())
                                .collect(Collectors.toSet()),
                        t),
                inserted.stream().map(each -> inserted(it, each, t)).toList(),
                passages(it, passages, t),
                projects.findProject(row.project()).partners().stream()
                        .map(each -> Option.of(each.organisation().value(), each.name()))
                        .toList(),
                history(queries.findChanges(NarrativeSection.TABLE, it.id()), t));
    }

    private @Nullable LabelledLink previous(NarrativeSection it) {
        UUID earlier = it.previous();
        if (earlier == null) {
            return null;
        }
        NarrativeSection before = queries.findSection(new NarrativeSectionId(earlier));
        return before.content().body().isEmpty()
                ? null
                : new LabelledLink(
                        queries.findById(before.report()).title(),
                        before.content().body(),
                        NarrativePage.url(before.report()));
    }

    private static InsertedPart inserted(NarrativeSection section, InsertedFact it, Words t) {
        NarrativeFact today = it.today();
        return new InsertedPart(
                NarrativePage.url(section.typedId()) + "/insertions/"
                        + it.insertion().id().value(),
                it.insertion().label(),
                today == null ? "" : today.url(),
                !it.isChanged() ? null : today == null ? t.say("narrative.difference.WITHDRAWN") : today.text(),
                it.isChanged() && today != null);
    }

    PassagePage assemble(NarrativePassage it, Form form, @Nullable Conflict conflict, Words t) {
        NarrativeSection section = queries.findSection(it.section());
        NarrativeRow row = queries.findById(section.report());
        return new PassagePage(
                NarrativePage.url(it.typedId()),
                it.version(),
                NarrativePage.url(row.id()),
                section.content().heading(),
                partner(it),
                it.standing().tone(),
                t.say(it.standing().key()),
                reading(it, row.language(), t),
                it.standing() == PassageStanding.CORRECTED ? it.correction() : null,
                figures(it, row, t),
                row.state().isOpen() && CurrentActor.get().may(NarrativePermissions.EDIT),
                it.answer() == null,
                form,
                conflict,
                history(queries.findChanges(NarrativePassage.TABLE, it.id()), t));
    }

    /** Figures of the partner, for its own passage only: they name it. */
    private List<String> figures(NarrativePassage it, NarrativeRow row, Words t) {
        return !CurrentActor.get().may(FieldworkPermissions.READ)
                ? List.of()
                : partners.findAcceptedFigures(List.of(it.organisation()), row.startsOn(), row.endsOn()).stream()
                        .map(each -> t.say(
                                "narrative.text.partner-figure",
                                each.label(),
                                t.decimal(each.figure().stripTrailingZeros()),
                                each.day()))
                        .toList();
    }

    /** In which language the partner reads, and that the text should be in it, or that it has no page yet. */
    String reading(NarrativePassage it, String written, Words t) {
        if (!CurrentActor.get().may(FieldworkPermissions.READ)) {
            return "";
        }
        String language = partners.findLanguages(List.of(it.organisation())).get(it.organisation());
        if (language == null) {
            return t.say("narrative.reading.none");
        }
        boolean isForeign =
                !language.equals(written) && it.content().translation().isBlank();
        return t.say(
                isForeign ? "narrative.reading.translate" : "narrative.reading",
                t.say("narrative.reading." + language));
    }

    List<PassagePart> passages(NarrativeSection section, List<NarrativePassage> all, Words t) {
        boolean edits = CurrentActor.get().may(NarrativePermissions.EDIT);
        return all.stream()
                .filter(each -> each.section().equals(section.typedId()))
                .filter(each -> edits || each.standing() == PassageStanding.AGREED)
                .map(each -> new PassagePart(
                        edits ? NarrativePage.url(each.typedId()) : null,
                        partner(each),
                        each.content().body(),
                        each.standing().tone(),
                        t.say(each.standing().key()),
                        each.standing() == PassageStanding.AGREED))
                .toList();
    }

    String partner(NarrativePassage it) {
        return chooser.displayName(it.organisation().value().toString());
    }

    ChangeHistory history(List<AuditEntry> changes, Words t) {
        return ChangeHistory.of(changes, "narrative", t, (column, value) -> chooser.displayName(value));
    }
}
