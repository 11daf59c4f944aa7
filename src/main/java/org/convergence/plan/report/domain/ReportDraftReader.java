package org.convergence.plan.report.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.NamedPeopleFinder;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.report.ReportSectionKind;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.Lack.LackKind;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportFigureService.GapExplanation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a drafted report completely, in some fifteen queries whatever its size. The caller checks the permission. */
@Component
class ReportDraftReader {

    private final ReportContentsAssembler contents;
    private final ReportRowQueries rows;
    private final PeopleDirectory people;
    private final NamedPeopleFinder names;

    ReportDraftReader(
            ReportContentsAssembler contents, ReportRowQueries rows, PeopleDirectory people, NamedPeopleFinder names) {
        this.contents = contents;
        this.rows = rows;
        this.people = people;
        this.names = names;
    }

    ReportDraft read(Report report) {
        Map<SectionRef, StoredSection> written = rows.sections(report.id());
        List<ReportDraft.LeftOutRealisation> leftOut = rows.leftOut(report.id());
        Map<UUID, String> checks = rows.checks(report.id());
        Map<UUID, GapExplanation> gaps = rows.findGapExplanations(report.id());
        ReportContents whole = contents.assemble(report, written, gaps, ids(leftOut));
        Map<UUID, String> called = called(report, written);
        Map<SectionRef, String> writers = new HashMap<>();
        written.forEach(
                (ref, section) -> Optional.ofNullable(shown(section.responsible(), section.responsibleWords(), called))
                        .ifPresent(name -> writers.put(ref, name)));
        return new ReportDraft(
                report,
                shown(report.responsible(), report.responsibleWords(), called),
                whole,
                written,
                writers,
                gaps,
                leftOut,
                right(whole, checks),
                lacks(report, whole, written, checks));
    }

    private static Set<UUID> ids(List<ReportDraft.LeftOutRealisation> leftOut) {
        return leftOut.stream().map(ReportDraft.LeftOutRealisation::id).collect(Collectors.toSet());
    }

    private static Set<UUID> right(ReportContents whole, Map<UUID, String> checks) {
        return checks.entrySet().stream()
                .filter(check ->
                        check.getValue().equals(ReportSectionPolicy.figuresOf(whole.factsServing(check.getKey()))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The contents, without checking what they lack. */
    ReportContents contents(Report report) {
        return contents.assemble(
                report,
                rows.sections(report.id()),
                rows.findGapExplanations(report.id()),
                ids(rows.leftOut(report.id())));
    }

    private List<Lack> lacks(
            Report report, ReportContents whole, Map<SectionRef, StoredSection> written, Map<UUID, String> checks) {
        Map<UUID, Integer> open = rows.countOpenByMeans(report);
        List<List<String>> named = named(whole);
        boolean over = report.periodTo().isBefore(whole.head().asOf());
        ReportShape shape = ReportShape.of(report.audience());
        List<Lack> lacks = new ArrayList<>();
        for (int i = 0; i < whole.parts().size(); i++) {
            ReportPart part = whole.parts().get(i);
            UUID line = part.line();
            StoredSection section = written.getOrDefault(part.ref(), StoredSection.empty(report.id(), part.ref()));
            lacks.addAll(ReportSectionPolicy.lacks(new ReportSectionPolicy.AssessedSection(
                    shape,
                    part,
                    section,
                    line == null ? List.of() : whole.factsServing(line),
                    line == null ? null : checks.get(line),
                    line == null ? 0 : open.getOrDefault(line, 0),
                    named.get(i),
                    over)));
        }
        lacks.addAll(namedInEvidence(whole, named));
        int unlinked = rows.countUnlinked(report);
        if (unlinked > 0) {
            lacks.add(new Lack(LackKind.UNLINKED, null, List.of(unlinked), null));
        }
        return lacks;
    }

    /** The people named in each part, then in the title of each realisation. */
    private List<List<String>> named(ReportContents whole) {
        List<String> texts = new ArrayList<>();
        for (ReportPart part : whole.parts()) {
            String explained = Stream.concat(
                            part.goals().stream().map(ReportContents.TargetProgress::explanation),
                            part.standing().stream().map(ReportContents.DelayedAction::reason))
                    .collect(Collectors.joining("\n"));
            texts.add(String.join("\n", part.heading() == null ? "" : part.heading(), part.text(), explained));
        }
        whole.facts().forEach(fact -> texts.add(fact.title() + "\n" + captions(whole, fact)));
        return names.findNames(texts);
    }

    private static String captions(ReportContents whole, ReportFact fact) {
        return whole.photographs().stream()
                .filter(photo -> photo.realisation().equals(fact.id()))
                .map(photo -> photo.caption() + "\n" + photo.alternative())
                .collect(Collectors.joining("\n"));
    }

    private static List<Lack> namedInEvidence(ReportContents whole, List<List<String>> named) {
        List<Lack> lacks = new ArrayList<>();
        for (int i = 0; i < whole.facts().size(); i++) {
            List<String> found = named.get(whole.parts().size() + i);
            if (!found.isEmpty()) {
                ReportFact fact = whole.facts().get(i);
                SectionRef section = fact.means().isEmpty()
                        ? null
                        : new SectionRef(ReportSectionKind.MEANS, fact.means().get(0));
                lacks.add(new Lack(
                        LackKind.NAMED_IN_EVIDENCE,
                        section,
                        List.of(String.join(", ", found), fact.title()),
                        fact.id()));
            }
        }
        return lacks;
    }

    private Map<UUID, String> called(Report report, Map<SectionRef, StoredSection> written) {
        Set<PersonId> ids = written.values().stream()
                .map(StoredSection::responsible)
                .filter(java.util.Objects::nonNull)
                .map(PersonId::new)
                .collect(Collectors.toSet());
        UUID responsible = report.responsible();
        if (responsible != null) {
            ids.add(new PersonId(responsible));
        }
        Map<UUID, String> called = new LinkedHashMap<>();
        for (PersonName name : people.personNames(ids).values()) {
            called.put(name.id().value(), name.name());
        }
        return called;
    }

    private static @Nullable String shown(@Nullable UUID person, @Nullable String words, Map<UUID, String> called) {
        return person == null ? words : called.get(person);
    }
}
