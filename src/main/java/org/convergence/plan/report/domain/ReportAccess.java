package org.convergence.plan.report.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.filing.Filings;
import org.convergence.plan.report.ReportId;
import org.convergence.plan.report.SectionRef;
import org.convergence.plan.report.domain.ReportContents.ReportPart;
import org.convergence.plan.report.domain.ReportQueries.EarlierText;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shared reads and locks of the services that change a report. */
@Component
record ReportAccess(
        JdbcClient db,
        ReportRepository reports,
        ReportDraftReader drafts,
        Filings<ReportId> filings,
        PeopleDirectory people) {

    Report findById(ReportId id) {
        return reports.findById(id.value()).orElseThrow(() -> new NotFound("report"));
    }

    /** An unfiled report, locked against filing until this transaction ends. */
    Report lockDraft(ReportId id) {
        hold(id, "FOR SHARE");
        if (isFiled(id)) {
            throw new Refused("report.refused.filed");
        }
        return findById(id);
    }

    /** Locks the report against writing and filing until this transaction ends. */
    void lockExclusively(ReportId id) {
        hold(id, "FOR UPDATE");
    }

    private void hold(ReportId id, String how) {
        if (db.sql("SELECT id FROM plan.report WHERE id = ? " + how)
                .param(id.value())
                .query(UUID.class)
                .list()
                .isEmpty()) {
            throw new NotFound("report");
        }
    }

    boolean isFiled(ReportId id) {
        return filings.isFiled(id);
    }

    StoredSection findSection(Report report, SectionRef ref) {
        StoredSection section = drafts.sections(report.id()).get(ref);
        return section == null ? StoredSection.empty(report.id(), ref) : section;
    }

    /** The person with exactly this name; {@code null} if none or several have it. */
    @Nullable
    UUID personNamed(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String folded = TextNormalizer.fold(name);
        List<PersonName> found = people.findPeople(name, 20).stream()
                .filter(person -> TextNormalizer.fold(person.name()).equals(folded))
                .toList();
        return found.size() == 1 ? found.get(0).id().value() : null;
    }

    /** The text of the previous report on the same subject: the latest of the same audience that ended earlier. */
    Optional<EarlierText> earlierText(ReportId id, SectionRef ref) {
        Report report = findById(id);
        Optional<ReportPart> section = drafts.read(report).contents().part(ref);
        return section.map(part -> earlierTexts(report, List.of(part)).get(ref));
    }

    /** The earlier texts of all sections that have one. */
    Map<SectionRef, EarlierText> earlierTexts(Report report, List<ReportPart> sections) {
        Map<SectionRef, EarlierText> texts = new HashMap<>();
        before(report).ifPresent(earlier -> {
            List<ReportPart> told = told(earlier);
            sections.forEach(section -> EarlierSectionMatcher.find(section, told)
                    .ifPresent(part -> texts.put(
                            section.ref(),
                            new EarlierText(
                                    earlier.typedId(),
                                    earlier.title(),
                                    part.title().isEmpty()
                                            ? null
                                            : PartHeadingFormatter.format(part.code(), part.title()),
                                    part.text()))));
        });
        return texts;
    }

    private Optional<Report> before(Report report) {
        return db.sql("""
            SELECT r.id FROM plan.report r LEFT JOIN plan.filing_date f ON f.id = r.id
            WHERE r.audience = :audience AND r.period_to < :to AND r.id <> :id
              AND (r.plan = :plan OR r.period_from < :from)
              AND EXISTS (SELECT FROM plan.report_section s WHERE s.report = r.id AND s.text <> '')
            ORDER BY r.period_to DESC, r.plan = :plan DESC, f.id IS NULL, r.edition DESC, r.id DESC
            LIMIT 1
            """)
                .param("audience", report.audience().name())
                .param("from", report.periodFrom())
                .param("to", report.periodTo())
                .param("id", report.id())
                .param("plan", report.plan())
                .query(UUID.class)
                .optional()
                .flatMap(reports::findById);
    }

    private List<ReportPart> told(Report earlier) {
        return filings.find(earlier.typedId())
                .map(filing -> Snapshot.contents(filing.facts()).parts())
                .orElseGet(() -> drafts.read(earlier).contents().parts());
    }
}
