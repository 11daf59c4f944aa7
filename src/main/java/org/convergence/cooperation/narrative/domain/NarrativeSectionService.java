package org.convergence.cooperation.narrative.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactReference;
import org.convergence.cooperation.narrative.domain.NarrativeFact.NarrativeInsertionId;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.InsertionRow;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionContent;
import org.convergence.cooperation.narrative.domain.NarrativeSection.NarrativeSectionId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.PastedQuestions;
import org.convergence.platform.text.PastedQuestions.PastedQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds sections, writes their texts, and inserts facts in them. */
@Service
@Transactional
@Requires(NarrativePermissions.EDIT)
public class NarrativeSectionService {

    private final NarrativeSectionRepository repository;
    private final NarrativeQueries queries;
    private final NarrativeFactQueries facts;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    NarrativeSectionService(
            NarrativeSectionRepository repository,
            NarrativeQueries queries,
            NarrativeFactQueries facts,
            OrganisationSettings settings,
            JdbcClient db) {
        this.repository = repository;
        this.queries = queries;
        this.facts = facts;
        this.settings = settings;
        this.db = db;
    }

    /**
     * Adds pasted sections after the present ones; each is paired with the section of the same heading in the report
     * before to the same funder.
     */
    @Transactional(label = "narrative.add-sections")
    public void add(NarrativeReportId report, List<PastedQuestion> pasted) {
        NarrativeRow row = queries.findById(report);
        List<NarrativeSection> before = queries.findEarlier(row).stream()
                .filter(each -> each.endsOn().isBefore(row.startsOn()))
                .min(Comparator.comparing(each -> each.filedOn() == null))
                .map(NarrativeRow::id)
                .map(queries::findSections)
                .orElse(List.of());
        save(
                report,
                pasted.stream()
                        .map(NarrativeSectionContent::of)
                        .map(content -> new NewSection(
                                content,
                                before.stream()
                                        .filter(each -> each.content().heading().equalsIgnoreCase(content.heading()))
                                        .map(NarrativeSection::id)
                                        .findFirst()
                                        .orElse(null)))
                        .toList());
    }

    /** Adds the sections of another report after the present ones, without its texts, which are shown beside. */
    @Transactional(label = "narrative.add-sections")
    public void copy(NarrativeReportId report, NarrativeReportId from) {
        save(
                report,
                queries.findSections(from).stream()
                        .map(each -> new NewSection(each.content().withBody(""), each.id()))
                        .toList());
    }

    private record NewSection(
            NarrativeSectionContent content, @Nullable UUID previous) {}

    private void save(NarrativeReportId report, List<NewSection> sections) {
        NarrativeReportService.requireOpen(db, report);
        int last = queries.findSections(report).stream()
                .mapToInt(NarrativeSection::position)
                .max()
                .orElse(0);
        if (last + sections.size() > PastedQuestions.MOST) {
            throw new Refused("narrative.refused.many", PastedQuestions.MOST);
        }
        for (NewSection each : sections) {
            last++;
            repository.save(NarrativeSection.create(report, last, each.content(), each.previous()));
        }
    }

    /**
     * Writes a section, and adds a fact at the end of its text if one is given. A fact stays marked with its
     * source as long as the text has its words.
     *
     * @param version the version on which the form was opened
     * @param fact {@code null} for none
     * @throws org.convergence.platform.database.EditConflict if this section was changed meanwhile
     * @throws NotFound if there is no such fact
     */
    @Transactional(label = "narrative.write")
    public void write(
            NarrativeSectionId id, int version, NarrativeSectionContent content, @Nullable FactReference fact) {
        NarrativeSection before = hold(id, version);
        NarrativeSectionContent text = content.withBody(content.body().replace("\r\n", "\n"));
        NarrativeSection now = before.withContent(fact == null ? text : insert(before, text, fact));
        db.sql("DELETE FROM cooperation.narrative_insertion WHERE section = ? AND strpos(?, body) = 0")
                .params(id.value(), now.content().body())
                .update();
        if (!now.equals(before)) {
            save(now);
        }
    }

    private NarrativeSectionContent insert(
            NarrativeSection section, NarrativeSectionContent content, FactReference reference) {
        NarrativeFact fact = find(section.report(), reference).orElseThrow(() -> new NotFound("fact"));
        if (fact.partner() != null) {
            throw new Refused("narrative.refused.told");
        }
        db.sql("""
                        INSERT INTO cooperation.narrative_insertion (id, section, kind, reference, label, body, inserted_on)
                        VALUES (:id, :section, :kind, :reference, :label, :body, :today)
                        ON CONFLICT ON CONSTRAINT narrative_insertion_once
                        DO UPDATE SET label = excluded.label, body = excluded.body, inserted_on = excluded.inserted_on
                        """)
                .param("id", Ids.next())
                .param("section", section.id())
                .param("kind", reference.kind().name())
                .param("reference", reference.reference())
                .param("label", fact.label())
                .param("body", fact.text())
                .param("today", settings.today())
                .update();
        String text = content.body().stripTrailing();
        if (text.contains(fact.text())) {
            return content;
        }
        String whole = text.isEmpty() ? fact.text() : text + "\n\n" + fact.text();
        return content.withBody(requireShort(whole));
    }

    private static String requireShort(String text) {
        if (text.codePointCount(0, text.length()) > NarrativeSection.LONGEST) {
            throw new Refused("narrative.refused.full", NarrativeSection.LONGEST);
        }
        return text;
    }

    private Optional<NarrativeFact> find(NarrativeReportId report, FactReference reference) {
        return Optional.ofNullable(
                facts.find(queries.findById(report)).byReference().get(reference));
    }

    /**
     * Puts today's words of a fact in the place of those that were inserted.
     *
     * @throws Refused if the text has them no longer word for word, or the fact is gone
     */
    @Transactional(label = "narrative.refresh")
    public void refresh(NarrativeSectionId id, int version, NarrativeInsertionId insertion) {
        NarrativeSection section = hold(id, version);
        InsertionRow row = queries.findInsertions(section.report()).stream()
                .filter(each -> each.id().equals(insertion) && each.section().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("insertion"));
        NarrativeFact today =
                find(section.report(), row.fact()).orElseThrow(() -> new Refused("narrative.refused.fact-gone"));
        String body = section.content().body().replace("\r\n", "\n");
        if (!body.contains(row.body())) {
            throw new Refused("narrative.refused.reworded");
        }
        db.sql("UPDATE cooperation.narrative_insertion SET body = ?, inserted_on = ? WHERE id = ?")
                .params(today.text(), settings.today(), insertion.value())
                .update();
        save(section.withContent(section.content().withBody(requireShort(body.replace(row.body(), today.text())))));
    }

    /**
     * Removes a section with its text.
     *
     * @throws Refused if a partner answered to one of its passages
     */
    @Transactional(label = "narrative.remove-section")
    public void remove(NarrativeSectionId id, int version) {
        NarrativeSection section = hold(id, version);
        if (queries.findPassages(section.report()).stream()
                .anyMatch(each -> each.section().equals(id) && each.answer() != null)) {
            throw new Refused("narrative.refused.answered");
        }
        repository.delete(section);
    }

    private NarrativeSection hold(NarrativeSectionId id, int version) {
        NarrativeReportService.requireOpen(db, queries.findSection(id).report());
        NarrativeSection section =
                repository.findHeldById(id.value()).orElseThrow(() -> new NotFound("narrative-section"));
        OptimisticLock.requireSameVersion(NarrativeSection.TABLE, section.id(), version, section.version());
        return section;
    }

    private void save(NarrativeSection it) {
        OptimisticLock.save(repository, it, NarrativeSection.TABLE, it.id(), it.version());
    }
}
