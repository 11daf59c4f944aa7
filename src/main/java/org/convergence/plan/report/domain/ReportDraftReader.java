package org.convergence.plan.report.domain;

import java.time.LocalDate;
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
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a drafted report completely, in some fifteen queries whatever its size. The caller checks the permission. */
@Component
record ReportDraftReader(
        ReportContentsAssembler contents,
        PeopleDirectory people,
        NamedPeopleFinder names,
        JdbcClient db,
        StoredSectionRepository sections,
        OrganisationSettings settings) {

    ReportDraft read(Report report) {
        Map<SectionRef, StoredSection> written = sections(report.id());
        List<ReportDraft.LeftOutRealisation> leftOut = leftOut(report.id());
        Map<UUID, String> checks = checks(report.id());
        Map<UUID, GapExplanation> gaps = findGapExplanations(report.id());
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
                report, sections(report.id()), findGapExplanations(report.id()), ids(leftOut(report.id())));
    }

    private List<Lack> lacks(
            Report report, ReportContents whole, Map<SectionRef, StoredSection> written, Map<UUID, String> checks) {
        Map<UUID, Integer> open = countOpenByMeans(report);
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
        int unlinked = countUnlinked(report);
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

    /** The stored sections. */
    Map<SectionRef, StoredSection> sections(UUID report) {
        Map<SectionRef, StoredSection> all = new HashMap<>();
        sections.findByReport(report).forEach(section -> all.put(section.ref(), section));
        return all;
    }

    /** The explanations of gaps, by action. */
    Map<UUID, GapExplanation> findGapExplanations(UUID report) {
        Map<UUID, GapExplanation> gaps = new HashMap<>();
        db.sql("SELECT action, id, version, words FROM plan.report_gap WHERE report = ?")
                .param(report)
                .query((row, n) -> gaps.put(
                        row.getObject("action", UUID.class),
                        new GapExplanation(
                                row.getObject("id", UUID.class), row.getInt("version"), row.getString("words"))))
                .list();
        return gaps;
    }

    /** The confirmed figures, by means. */
    Map<UUID, String> checks(UUID report) {
        return byId("SELECT means, figures FROM plan.report_check WHERE report = ?", report);
    }

    /** The realisations that are left out, by day. */
    List<ReportDraft.LeftOutRealisation> leftOut(UUID report) {
        return db.sql("""
            SELECT l.realisation AS id, r.title, l.reason FROM plan.report_left_out l
            JOIN plan.realisation_summary r ON r.id = l.realisation WHERE l.report = ? ORDER BY r.ends_on, r.id
            """)
                .param(report)
                .query(RecordMapper.of(ReportDraft.LeftOutRealisation.class))
                .list();
    }

    /** By means, the number of planned activities of the period in the past, neither confirmed nor withdrawn. */
    Map<UUID, Integer> countOpenByMeans(Report report) {
        LocalDate yesterday = settings.today().minusDays(1);
        Map<UUID, Integer> open = new HashMap<>();
        db.sql("""
            SELECT a.means, count(DISTINCT r.id) AS many FROM plan.realisation_summary r
            JOIN plan.realisation_line s ON s.realisation = r.id
            JOIN plan.actionplan_line a ON a.id = s.action
            WHERE r.state = 'PLANNED' AND r.state <> 'DONE' AND r.ends_on BETWEEN :from AND :to
              AND a.plan = :plan
            GROUP BY a.means
            """)
                .param("from", report.periodFrom())
                .param("to", report.periodTo().isBefore(yesterday) ? report.periodTo() : yesterday)
                .param("plan", report.plan())
                .query((row, n) -> open.put(row.getObject("means", UUID.class), row.getInt("many")))
                .list();
        return open;
    }

    /** The number of realisations of the period that serve no line of any plan. */
    int countUnlinked(Report report) {
        return db.sql("""
            SELECT count(*) FROM plan.realisation_summary r
            WHERE r.state = 'DONE' AND r.state <> 'WITHDRAWN' AND r.ends_on BETWEEN :from AND :to
              AND NOT EXISTS (SELECT FROM plan.realisation_line s WHERE s.realisation = r.id)
            """)
                .param("from", report.periodFrom())
                .param("to", report.periodTo())
                .query(Integer.class)
                .single();
    }

    private Map<UUID, String> byId(String query, UUID report) {
        Map<UUID, String> found = new LinkedHashMap<>();
        db.sql(query)
                .param(report)
                .query((row, n) -> found.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return found;
    }
}
