package org.convergence.cooperation.narrative.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeState;
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
import org.convergence.cooperation.narrative.domain.NarrativeReportService;
import org.convergence.cooperation.narrative.domain.NarrativeSection;
import org.convergence.cooperation.narrative.web.NarrativePage.LabelledLink;
import org.convergence.cooperation.narrative.web.NarrativePage.SectionPart;
import org.convergence.cooperation.narrative.web.NarrativePage.SourcedText;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.AnswerLimit;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the pages of a report, a section and a passage. */
@Component
record NarrativePageAssembler(
        NarrativeQueries queries,
        NarrativeFactQueries facts,
        NarrativeReportService service,
        NarrativeSectionPageAssembler parts,
        AccountActors accounts,
        OrganisationSettings settings) {

    NarrativePage assemble(NarrativeRow row, Words t) {
        return assemble(
                row, Form.blank().atVersion(row.version()).with(NarrativeForm.HANDED_ON.name(), settings.today()), t);
    }

    NarrativePage assemble(NarrativeRow row, Form handIn, Words t) {
        List<NarrativeSection> sections = queries.findSections(row.id());
        List<NarrativePassage> passages = queries.findPassages(row.id());
        ReportableFacts today = facts.find(row);
        List<InsertedFact> inserted = facts.findInserted(row, today);
        boolean edits = CurrentActor.get().may(NarrativePermissions.EDIT);
        boolean isFiled = row.state() == NarrativeState.FILED;
        boolean isOpen = edits && row.state().isOpen();
        return new NarrativePage(
                NarrativePage.url(row.id()),
                row.version(),
                row.title(),
                row.state().tone(),
                t.say(row.state().key()),
                looked(row, t),
                about(row, t),
                isFiled
                        ? List.of()
                        : service.findLacks(row).stream()
                                .map(each -> t.say(each.key(), each.arguments().toArray()))
                                .toList(),
                isFiled || !edits ? List.of() : remarks(row, sections, passages, inserted, t),
                isFiled
                        ? inserted.stream()
                                .filter(InsertedFact::isChanged)
                                .map(each -> difference(each, t))
                                .toList()
                        : null,
                sections.stream()
                        .map(each -> part(each, passages, inserted, isOpen, t))
                        .toList(),
                isOpen,
                isOpen
                        && CurrentActor.get().may(FieldworkPermissions.READ)
                        && passages.stream()
                                .anyMatch(each -> each.shownOn() == null
                                        && !each.content().body().isBlank()),
                edits && row.state() == NarrativeState.DRAFT && !sections.isEmpty(),
                row.state() == NarrativeState.SUBMITTED && service.mayApprove(row.submittedBy()),
                edits && (row.state() == NarrativeState.SUBMITTED || row.state() == NarrativeState.APPROVED),
                edits && row.state() == NarrativeState.APPROVED,
                row.due() != null,
                edits && isFiled && row.handedOn() == null ? handIn : null,
                edits && row.handedOn() != null,
                edits && !isFiled,
                parts.history(
                        queries.findChanges(
                                NarrativeReportService.TABLE, row.id().value()),
                        t));
    }

    private @Nullable String looked(NarrativeRow row, Words t) {
        return row.approvedAt() != null
                ? t.say("narrative.approved-by", label(row.approvedBy(), t), settings.dayOf(row.approvedAt()))
                : row.submittedBy() != null ? t.say("narrative.submitted-by", label(row.submittedBy(), t)) : null;
    }

    private String label(@Nullable UUID account, Words t) {
        return account == null
                ? t.say("narrative.nobody")
                : accounts.find(account).map(Actor::label).orElse(t.say("narrative.nobody"));
    }

    private List<LabelledLink> about(NarrativeRow row, Words t) {
        List<LabelledLink> about = new ArrayList<>();
        about.add(new LabelledLink(
                t.say("narrative.field.project"),
                row.projectTitle(),
                "/cooperation/project/" + row.project().value()));
        if (!row.funderName().isEmpty()) {
            about.add(new LabelledLink(t.say("narrative.field.funder"), row.funderName(), ""));
        }
        if (!row.what().isEmpty()) {
            about.add(new LabelledLink(
                    t.say("narrative.field.due"),
                    row.agreementTitle() + " · " + row.what() + " · "
                            + (row.filedOn() == null ? t.by(row.deadline(), settings.today()) : t.date(row.deadline())),
                    ""));
        }
        about.add(new LabelledLink(t.say("narrative.period"), t.capital(t.period(row.startsOn(), row.endsOn())), ""));
        if (row.filedOn() != null) {
            about.add(new LabelledLink(t.say("narrative.field.filed_on"), t.date(row.filedOn()), ""));
        }
        if (row.handedOn() != null) {
            about.add(new LabelledLink(
                    t.say("narrative.field.handed_on"),
                    row.handedHow().isEmpty()
                            ? t.date(row.handedOn())
                            : t.date(row.handedOn()) + " · " + row.handedHow(),
                    ""));
        }
        return about;
    }

    private List<LabelledLink> remarks(
            NarrativeRow row,
            List<NarrativeSection> sections,
            List<NarrativePassage> passages,
            List<InsertedFact> inserted,
            Words t) {
        Map<Object, String> headings = sections.stream()
                .collect(Collectors.toMap(
                        NarrativeSection::typedId, each -> each.content().heading()));
        List<LabelledLink> remarks = new ArrayList<>();
        passages.stream()
                .filter(each -> each.standing() != PassageStanding.AGREED)
                .map(each -> new LabelledLink(
                        headings.getOrDefault(each.section(), ""),
                        t.say("narrative.remark." + each.standing(), parts.partner(each))
                                + (each.standing() == PassageStanding.TO_SHOW
                                        ? " " + parts.reading(each, row.language(), t)
                                        : ""),
                        NarrativePage.url(each.typedId())))
                .forEach(remarks::add);
        for (InsertedFact each : inserted) {
            String heading = headings.getOrDefault(each.insertion().section(), "");
            String url = NarrativePage.url(each.insertion().section());
            NarrativeFact today = each.today();
            if (each.isChanged()) {
                remarks.add(new LabelledLink(
                        heading, t.say("narrative.remark.fact", each.insertion().label()), url));
            }
            if (today != null && today.isUnexplained()) {
                remarks.add(new LabelledLink(
                        heading,
                        t.say("narrative.remark.variance", each.insertion().label()),
                        today.url()));
            }
            if (today != null) {
                today.claims()
                        .forEach(claim -> remarks.add(new LabelledLink(
                                heading,
                                t.say(
                                        "narrative.remark.claimed",
                                        each.insertion().label(),
                                        claim.funder(),
                                        claim.filedOn()),
                                url)));
            }
        }
        Set<Boolean> counts = inserted.stream()
                .map(each -> each.insertion().fact())
                .filter(fact -> fact.kind() == FactKind.PEOPLE)
                .map(fact -> fact.reference().equals(NarrativeFact.PARTICIPATIONS))
                .collect(Collectors.toSet());
        if (counts.size() == 2) {
            remarks.add(new LabelledLink(t.say(FactKind.PEOPLE.key()), t.say("narrative.remark.both"), ""));
        }
        return remarks;
    }

    private static LabelledLink difference(InsertedFact it, Words t) {
        NarrativeFact now = it.today();
        return new LabelledLink(
                it.insertion().label(),
                now == null
                        ? t.say("narrative.difference.WITHDRAWN")
                        : t.say("narrative.difference.CHANGED", now.text()),
                "");
    }

    private SectionPart part(
            NarrativeSection it,
            List<NarrativePassage> passages,
            List<InsertedFact> inserted,
            boolean isOpen,
            Words t) {
        String body = it.content().body();
        AnswerLimit limit = it.content().limit();
        String whole = NarrativePolicy.section(it, passages).text();
        return new SectionPart(
                isOpen ? NarrativePage.url(it.typedId()) : null,
                it.content().heading(),
                it.content().instruction(),
                AnswerLimit.describe(whole, limit, t),
                limit != null && limit.left(whole) < 0,
                pieces(
                        body,
                        inserted.stream()
                                .filter(each -> each.insertion().section().equals(it.typedId()))
                                .toList()),
                parts.passages(it, passages, t));
    }

    /** The pieces of a text: our words, and the inserted facts that stand in it word for word. */
    static List<SourcedText> pieces(String text, List<InsertedFact> inserted) {
        String body = text.replace("\r\n", "\n");
        List<InsertedFact> ordered = inserted.stream()
                .sorted(Comparator.comparingInt(
                        each -> body.indexOf(each.insertion().body())))
                .toList();
        List<SourcedText> pieces = new ArrayList<>();
        int from = 0;
        for (InsertedFact each : ordered) {
            int at = body.indexOf(each.insertion().body(), from);
            if (at >= 0) {
                add(pieces, body.substring(from, at));
                from = at + each.insertion().body().length();
                pieces.add(new SourcedText(
                        body.substring(at, from),
                        each.insertion().label(),
                        each.today() == null ? "" : each.today().url()));
            }
        }
        add(pieces, body.substring(from));
        return pieces;
    }

    private static void add(List<SourcedText> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new SourcedText(text, null, ""));
        }
    }
}
